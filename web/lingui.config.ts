import { defineConfig } from '@lingui/cli'
import { formatter } from '@lingui/format-po'

/** English is the source; a language is added by naming it here and translating one file. */
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'de'],
  catalogs: [
    {
      path: '<rootDir>/src/locales/{locale}/messages',
      include: ['src'],
      exclude: ['**/*.test.*', 'src/api/**', 'src/app/dev/**'],
    },
  ],
  format: formatter({ lineNumbers: false }),
  compileNamespace: 'ts',
})
