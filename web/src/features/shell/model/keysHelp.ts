const ASKED = 'cf:keys-help'

/** Opens the list of keys from wherever it is asked for. */
export const askForKeys = () => window.dispatchEvent(new Event(ASKED))

export function onAskForKeys(open: () => void): () => void {
  window.addEventListener(ASKED, open)
  return () => window.removeEventListener(ASKED, open)
}
