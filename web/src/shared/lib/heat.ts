/** A count as one of the five steps of a heat strip: none, few, …, as many as the worst one. */
export function heat(count: number, most: number): 0 | 1 | 2 | 3 | 4 {
  if (count <= 0) return 0
  return Math.min(4, Math.max(1, Math.ceil((count / Math.max(most, 4)) * 4))) as 1 | 2 | 3 | 4
}
