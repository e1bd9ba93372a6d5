import path from 'node:path'
import { linguiTransformerBabelPreset } from '@lingui/vite-plugin'
import babel from '@rolldown/plugin-babel'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { catalogueParts } from './build/catalogue-parts.ts'

export default defineConfig({
  resolve: { alias: { '@': path.resolve(import.meta.dirname, './src') } },
  plugins: [babel({ presets: [linguiTransformerBabelPreset()] }), react(), catalogueParts()],
  define: { __BUILD__: '"test"', __DEV_PAGES__: 'false' },
  test: {
    environment: 'jsdom',
    include: ['{build,src}/**/*.test.{ts,tsx}'],
    setupFiles: ['src/test-setup.ts'],
    restoreMocks: true,
    maxWorkers: 2,
  },
})
