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
  // The frame of the installed app, or of a phone's browser, has the colour of the page's ground.
  for (var meta of document.querySelectorAll('meta[name=theme-color]')) {
    if (stored === 'light' || stored === 'dark') meta.setAttribute('content', dark ? '#0e1012' : '#f4f5f7')
  }
})()
