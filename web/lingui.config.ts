import { defineConfig } from '@lingui/cli'
import { formatter } from '@lingui/format-po'

export const sourceLocale = 'en'
export const format = formatter({ lineNumbers: false })

/** English is the source; a language is added by naming it here and translating one file. */
export default defineConfig({
  sourceLocale,
  locales: ['en', 'de'],
  catalogs: [
    {
      path: '<rootDir>/src/locales/{locale}/messages',
      include: ['src'],
      exclude: ['**/*.test.*', 'src/api/**', 'src/app/dev/**'],
    },
  ],
  format,
  compileNamespace: 'ts',
})
