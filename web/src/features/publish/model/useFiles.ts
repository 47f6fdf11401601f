import { useEffect, useRef, useState } from 'react'
import type { MediaFile } from '@/shared/api/types'
import { upload } from '@/shared/api/upload'
import { type ChosenFile, MOST_FILES } from './enclosures'

const sentTo = (name: string) => `/api/v1/telegram/media?name=${encodeURIComponent(name)}`

let keys = 0

/** Files that go to the server as soon as they are chosen, side by side; each may be taken out at any time. */
export function useFiles(kept: { file: MediaFile; spoiler: boolean }[]) {
  const [files, setFiles] = useState<ChosenFile[]>(() =>
    kept.map(({ file, spoiler }) => ({ key: file.id, name: file.name, bytes: file.bytes, sent: file.bytes, file, spoiler })),
  )
  const running = useRef(new Map<string, AbortController>())
  useEffect(() => {
    const open = running.current
    return () => open.forEach((one) => one.abort())
  }, [])

  const change = (key: string, part: Partial<ChosenFile>) =>
    setFiles((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)))

  const send = async (key: string, file: File) => {
    const controller = new AbortController()
    running.current.set(key, controller)
    try {
      const onProgress = (sent: number) => change(key, { sent })
      const done = await upload<MediaFile>(sentTo(file.name || 'file'), file, { onProgress, signal: controller.signal })
      change(key, { file: done, sent: done.bytes })
    } catch (error) {
      if (!controller.signal.aborted) change(key, { error })
    } finally {
      running.current.delete(key)
    }
  }

  const add = (chosen: File[]) => {
    const fresh = chosen.slice(0, Math.max(0, MOST_FILES - files.length)).map((file) => ({ key: `new-${++keys}`, file }))
    setFiles((all) => [
      ...all,
      ...fresh.map(({ key, file }) => ({ key, name: file.name || 'file', bytes: file.size, sent: 0, spoiler: false })),
    ])
    fresh.forEach(({ key, file }) => void send(key, file))
  }

  const remove = (key: string) => {
    running.current.get(key)?.abort()
    setFiles((all) => all.filter((one) => one.key !== key))
  }

  const first = (key: string) => setFiles((all) => [...all.filter((one) => one.key === key), ...all.filter((one) => one.key !== key)])

  return { files, add, remove, change, first, clear: () => setFiles([]) }
}

export type Files = ReturnType<typeof useFiles>
