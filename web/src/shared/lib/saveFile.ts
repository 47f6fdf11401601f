/** Offers content as a file; it never leaves the browser. */
export function saveFile(name: string, content: BlobPart, type = 'text/plain'): void {
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Not at once: some browsers fetch it only after the click has been worked off.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
