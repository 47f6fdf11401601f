import { IconDownload, IconPlayerPlayFilled, IconVolume } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { size } from '@/shared/lib/size'
import classes from './Enclosed.module.css'

/** A file as the bubble shows it. */
export interface ShownFile {
  id: string
  name: string
  kind: 'PHOTO' | 'VIDEO' | 'VOICE' | 'AUDIO' | 'DOCUMENT'
  bytes: number
  spoiler: boolean
}

export interface ShownPoll {
  question: string
  answers: string[]
  multiple: boolean
  quiz: boolean
}

const isSeen = ({ kind }: ShownFile) => kind === 'PHOTO' || kind === 'VIDEO'

/** Pictures in Telegram's mosaic, other files below one another. */
export function EnclosedFiles({ files }: { files: ShownFile[] }) {
  const { t } = useTranslation()
  const seen = files.filter(isSeen)
  const others = files.filter((file) => !isSeen(file))
  return (
    <>
      {seen.length > 0 && (
        <div className={classes.mosaic} data-count={seen.length} role="group" aria-label={t('enclosed.album', { count: seen.length })}>
          {seen.map((file) => (
            <Picture key={file.id} file={file} />
          ))}
        </div>
      )}
      {others.map((file) => (
        <OtherFile key={file.id} file={file} />
      ))}
    </>
  )
}

function Picture({ file: { id, kind, name, spoiler } }: { file: ShownFile }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const hidden = spoiler && !open
  return (
    <div className={classes.picture} data-hidden={hidden}>
      {kind === 'PHOTO' ? <img src={`/api/v1/telegram/media/${id}`} alt={name} /> : <Video name={name} />}
      {hidden && (
        <button type="button" className={classes.cover} onClick={() => setOpen(true)}>
          {t('enclosed.show')}
        </button>
      )}
    </div>
  )
}

function Video({ name }: { name: string }) {
  return (
    <span className={classes.video} role="img" aria-label={name}>
      <IconPlayerPlayFilled size={28} aria-hidden />
    </span>
  )
}

function OtherFile({ file: { kind, name, bytes } }: { file: ShownFile }) {
  const { i18n } = useTranslation()
  return (
    <span className={classes.file}>
      <span className={classes.icon} aria-hidden>
        {kind === 'DOCUMENT' ? <IconDownload size={20} /> : <IconVolume size={20} />}
      </span>
      <span className={classes.about}>
        <b>{name}</b>
        <small className="numbers">{size(bytes, i18n.language)}</small>
      </span>
    </span>
  )
}

export function EnclosedPoll({ poll: { question, answers, multiple, quiz } }: { poll: ShownPoll }) {
  const { t } = useTranslation()
  return (
    <div className={classes.poll}>
      <b>{question || t('enclosed.question')}</b>
      <small>{t(quiz ? 'enclosed.quiz' : multiple ? 'enclosed.pollMany' : 'enclosed.poll')}</small>
      <ul data-many={multiple}>
        {answers.map((answer, at) => (
          // Answers are told apart by their place alone.
          <li key={at}>{answer || '…'}</li>
        ))}
      </ul>
    </div>
  )
}

export function EnclosedButtons({ buttons }: { buttons: { text: string }[] }) {
  return (
    <div className={classes.buttons}>
      {buttons.map(({ text }, at) => (
        // Buttons are told apart by their place alone.
        <span key={at}>{text || '…'}</span>
      ))}
    </div>
  )
}
