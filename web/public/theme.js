// Runs before the first paint, so that a dark page never flashes white. External because the CSP allows no inline script.
;(function () {
  var stored = null
  try {
    stored = localStorage.getItem('cf.theme')
  } catch {
    // Storage is blocked: the system's scheme is right.
  }
  var dark = stored === 'dark' || (stored !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
})()
