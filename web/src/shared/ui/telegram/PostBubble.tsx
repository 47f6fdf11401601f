import { IconEye } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { TextEntity } from '@/shared/api/types'
import { clock } from '@/shared/lib/time'
import { useNow } from '@/shared/lib/useNow'
import { PeerAvatar } from '../PeerAvatar'
import { EnclosedButtons, EnclosedFiles, EnclosedPoll, type ShownFile, type ShownPoll } from './Enclosed'
import { FormattedText } from './FormattedText'
import classes from './Telegram.module.css'

interface PostBubbleProps {
  title: string
  seed: string
  text: string
  entities: TextEntity[]
  files?: ShownFile[]
  poll?: ShownPoll
  buttons?: { text: string }[]
}

/** The post in a channel, on Telegram's ground. */
export function PostBubble({ title, seed, text, entities, files = [], poll, buttons = [] }: PostBubbleProps) {
  const { t, i18n } = useTranslation()
  const now = useNow(10_000)
  const empty = text === '' && files.length === 0 && !poll
  return (
    <div className={classes.chat}>
      <PeerAvatar name={title} seed={seed} size={32} />
      <div className={classes.bubble}>
        <span className={classes.title}>{title}</span>
        <EnclosedFiles files={files} />
        {poll && <EnclosedPoll poll={poll} />}
        {empty && <p className={classes.nothing}>{t('previewEmpty')}</p>}
        {text !== '' && <FormattedText text={text} entities={entities} />}
        <span className={`${classes.meta} numbers`} aria-hidden>
          <IconEye size={14} stroke={1.7} /> 1<span>{clock(new Date(now), i18n.language)}</span>
        </span>
        {buttons.length > 0 && <EnclosedButtons buttons={buttons} />}
      </div>
    </div>
  )
}
