// Applies the chosen theme before the first paint; src/lib/theme.ts writes the same key and the same colours.
;(() => {
  let choice = null
  try {
    choice = localStorage.getItem('almanac.theme')
  } catch {
    // Storage may be switched off; the system's theme is used then.
  }
  const dark = choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
  document.querySelector('meta[name=theme-color]').content = dark ? '#171410' : '#faf7f0'
})()
