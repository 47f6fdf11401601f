/** Puts the cursor into the page's own search, if it has one; answers whether it had. */
export function focusSearch(page: ParentNode = document): boolean {
  const field = page.querySelector<HTMLInputElement>('main [type=search], main [role=search] input:not([type=hidden])')
  if (!field) return false
  field.focus()
  field.select()
  return true
}
