import { ActionIcon, Progress } from '@mantine/core'
import { IconArrowBarUp, IconEye, IconEyeOff, IconFile, IconMusic, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { size } from '@/shared/lib/size'
import { useProblemWords } from '@/shared/ui/useProblemWords'
import type { ChosenFile } from '../model/enclosures'
import classes from './Enclosures.module.css'

interface FileRowProps {
  file: ChosenFile
  onSpoiler: (spoiler: boolean) => void
  onFirst?: () => void
  onRemove: () => void
}

/** One file: how much of it has gone, or what it is. */
export function FileRow({ file: chosen, onSpoiler, onFirst, onRemove }: FileRowProps) {
  const { t, i18n } = useTranslation('publish')
  const words = useProblemWords()
  const { name, bytes, sent, file, error, spoiler } = chosen
  const seen = file?.kind === 'PHOTO' || file?.kind === 'VIDEO'
  return (
    <li className={classes.file}>
      <span className={classes.thumb} aria-hidden>
        {file?.kind === 'PHOTO' ? (
          <img src={`/api/v1/telegram/media/${file.id}`} alt="" />
        ) : file?.kind === 'AUDIO' || file?.kind === 'VOICE' ? (
          <IconMusic size={20} />
        ) : (
          <IconFile size={20} />
        )}
      </span>
      <span className={classes.fileText}>
        <span className={classes.fileName}>{name}</span>
        {error ? (
          <span className={classes.bad} role="alert">
            {words(error).what}
          </span>
        ) : (
          <span className={`${classes.hint} numbers`}>
            {file ? `${t(`files.kind.${file.kind}`)}, ` : ''}
            {file ? size(bytes, i18n.language) : t('files.sent', { sent: size(sent, i18n.language), all: size(bytes, i18n.language) })}
          </span>
        )}
        {!file && !error && (
          <Progress value={bytes === 0 ? 0 : (100 * sent) / bytes} size="xs" aria-label={t('files.progress', { name })} />
        )}
      </span>
      {onFirst && file && (
        <ActionIcon variant="subtle" color="gray" size={44} aria-label={t('files.first', { name })} onClick={onFirst}>
          <IconArrowBarUp size={18} aria-hidden />
        </ActionIcon>
      )}
      {seen && (
        <ActionIcon
          variant={spoiler ? 'light' : 'subtle'}
          color="gray"
          size={44}
          aria-pressed={spoiler}
          aria-label={t('files.spoiler', { name })}
          onClick={() => onSpoiler(!spoiler)}
        >
          {spoiler ? <IconEyeOff size={18} aria-hidden /> : <IconEye size={18} aria-hidden />}
        </ActionIcon>
      )}
      <ActionIcon variant="subtle" color="gray" size={44} aria-label={t(file || error ? 'files.remove' : 'files.stop', { name })} onClick={onRemove}>
        <IconX size={18} aria-hidden />
      </ActionIcon>
    </li>
  )
}
