/** The chunks that the page itself names: its script, and what it tells the browser to fetch beforehand. */
export function entriesOf(manifest, page) {
  const named = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, file]) => file)
  return Object.keys(manifest).filter((key) => named.includes(manifest[key].file))
}

/** Every JavaScript file that the given entries of Vite's manifest load at once: themselves and their static imports. */
export function filesOf(manifest, entries, others = []) {
  const seen = new Set()
  const visit = (key) => {
    const chunk = manifest[key]
    if (!chunk) throw new Error(`the manifest has no ${key}: has the file moved?`)
    if (seen.has(key)) return
    seen.add(key)
    chunk.imports?.forEach(visit)
  }
  entries.forEach(visit)
  const files = [...seen].map((key) => manifest[key].file).filter((file) => file.endsWith('.js'))
  return [...new Set([...files, ...others])]
}

/** The files with their weights, heaviest first, and the sum. */
export function totalOf(files, weigh) {
  const weighed = files.map((file) => ({ file, bytes: weigh(file) })).sort((a, b) => b.bytes - a.bytes)
  return { files: weighed, total: weighed.reduce((sum, { bytes }) => sum + bytes, 0) }
}
