import type { MediaFile } from '@/shared/api/types'

export const MOST_FILES = 10
export const CAPTION_LIMIT = 1024

/** A file in the composer: on its way to the server, there, or refused. */
export interface ChosenFile {
  key: string
  name: string
  bytes: number
  sent: number
  file?: MediaFile
  error?: unknown
  spoiler: boolean
}

export interface ChosenPoll {
  question: string
  answers: string[]
  multiple: boolean
  correct?: number
  explanation: string
}

export interface ChosenButton {
  text: string
  url: string
}

/** What lasts over a reload. */
export interface KeptEnclosures {
  files: { file: MediaFile; spoiler: boolean }[]
  poll?: ChosenPoll
  buttons: ChosenButton[]
}

export const NO_POLL: ChosenPoll = { question: '', answers: ['', ''], multiple: false, explanation: '' }

const SORTS: Record<MediaFile['kind'], number> = { PHOTO: 0, VIDEO: 0, AUDIO: 1, VOICE: 2, DOCUMENT: 2 }

/** Photos and videos stand together in an album, music with music, files with files. */
export function goTogether(files: MediaFile[]): boolean {
  return files.every(({ kind }) => SORTS[kind] === SORTS[files[0]?.kind ?? kind])
}

export const isWholePoll = ({ question, answers }: ChosenPoll) =>
  question.trim() !== '' && answers.filter((answer) => answer.trim() !== '').length >= 2

export const isWholeButton = ({ text, url }: ChosenButton) => text.trim() !== '' && /^(https?|tg):\/\/\S+$/i.test(url.trim())

/** What the server is told; nothing when nothing is enclosed. */
export function toRequest(files: ChosenFile[], poll: ChosenPoll | undefined, buttons: ChosenButton[]) {
  const media = files.flatMap(({ file, spoiler }) => (file ? [{ id: file.id, spoiler }] : []))
  if (media.length === 0 && !poll && buttons.length === 0) return undefined
  return {
    ...(media.length > 0 && { media }),
    ...(poll && { poll: pollRequest(poll) }),
    ...(buttons.length > 0 && { buttons: buttons.map(({ text, url }) => [{ text: text.trim(), url: url.trim() }]) }),
  }
}

/** Empty answers are left out; the right one is named by its place among the others. */
function pollRequest({ question, answers, multiple, correct, explanation }: ChosenPoll) {
  const kept = answers.map((answer, at) => ({ answer: answer.trim(), at })).filter(({ answer }) => answer !== '')
  const right = correct === undefined ? -1 : kept.findIndex(({ at }) => at === correct)
  return {
    question: question.trim(),
    answers: kept.map(({ answer }) => answer),
    multiple: right < 0 && multiple,
    ...(right >= 0 && { correct: right, explanation: explanation.trim() || undefined }),
  }
}
