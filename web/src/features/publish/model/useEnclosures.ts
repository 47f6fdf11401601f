import { useEffect, useState } from 'react'
import { keepDraft } from './draft'
import { CAPTION_LIMIT, goTogether, isWholeButton, isWholePoll, type KeptEnclosures, toRequest } from './enclosures'
import { TEXT_LIMIT } from './document'
import { useFiles } from './useFiles'

/** Everything a post carries besides its text; what is on the server already lasts over a reload. */
export function useEnclosures(kept?: KeptEnclosures) {
  const files = useFiles(kept?.files ?? [])
  const [poll, setPoll] = useState(kept?.poll)
  const [buttons, setButtons] = useState(kept?.buttons ?? [])
  const here = files.files.flatMap(({ file, spoiler }) => (file ? [{ file, spoiler }] : []))
  const hasFiles = files.files.length > 0
  const isWhole =
    here.length === files.files.length &&
    goTogether(here.map(({ file }) => file)) &&
    (!poll || (isWholePoll(poll) && !hasFiles)) &&
    buttons.every(isWholeButton)
  const lasting = JSON.stringify({ files: here, poll, buttons } satisfies KeptEnclosures)
  useEffect(() => keepDraft({ enclosures: JSON.parse(lasting) as KeptEnclosures }), [lasting])
  return {
    files,
    here,
    hasFiles,
    poll,
    setPoll,
    buttons,
    setButtons,
    isWhole,
    limit: hasFiles ? CAPTION_LIMIT : TEXT_LIMIT,
    /** It is a post without a text, too. */
    isEnough: hasFiles || poll !== undefined,
    toRequest: (isBot: boolean) => toRequest(files.files, poll, isBot && here.length < 2 ? buttons : []),
    clear: () => {
      files.clear()
      setPoll(undefined)
      setButtons([])
    },
  }
}

export type ChosenEnclosures = ReturnType<typeof useEnclosures>
