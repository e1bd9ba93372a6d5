import path from 'node:path'
import { linguiTransformerBabelPreset } from '@lingui/vite-plugin'
import babel from '@rolldown/plugin-babel'
import tailwindcss from '@tailwindcss/vite'
import { tanstackRouter } from '@tanstack/router-plugin/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { apiParts } from './build/api-parts.ts'
import { catalogueParts } from './build/catalogue-parts.ts'
import { cspStyles } from './build/csp-styles.ts'
import { policy, policyHash } from './build/policy.ts'
import { precompress } from './build/precompress.ts'
import { preloadLanding } from './build/preload-landing.ts'
import { pwa } from './build/pwa.ts'

/** Builds with the development pages go elsewhere, so that they are never served or shipped by accident. */
const withDevPages = process.env.ALMANAC_DEV_PAGES === '1'
const server = process.env.ALMANAC_DEV_SERVER ?? 'http://127.0.0.1:8000'
const proxy = { '/api': server, '/healthz': server }

export default defineConfig(({ command }) => ({
  build: {
    target: 'baseline-widely-available',
    outDir: withDevPages ? '.cache/dev-pages' : '../src/almanac/web_dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    manifest: true,
    sourcemap: false,
    modulePreload: {
      // Every browser of that target knows it.
      polyfill: false,
      // What each lazy page stands on is named in the page itself. Named in the entry too, it would weigh more there than
      // the round trip is worth that it saves, once, until the service worker has everything.
      resolveDependencies: (_page, needs, { hostType }) =>
        hostType === 'js' ? needs.filter((file) => file.endsWith('.css')) : needs,
    },
    // What a first visit loads in few large parts: many small ones compress worse. Nothing is drawn in that it needs.
    rolldownOptions: {
      // A primitive does nothing by being loaded: pages get those they draw, whatever else `@/ui` names.
      treeshake: { moduleSideEffects: [{ test: /\/src\/ui\/.*\.tsx?$/, sideEffects: false }] },
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'today', test: /src\/features\/today\/(?!later\/)/ },
            // What opens over the grid needs these, and not the grid.
            {
              name: 'timetable-words',
              test: /src\/features\/timetable\/(actions|copies|moves|undo|words|problems|queries)\./,
            },
            { name: 'fields', test: /src\/ui\/(choice|field|inputs)\./ },
            // What the first page draws and asks for.
            {
              name: 'areas',
              test: /src\/(lib\/(check-ins|palette|schedule-words|task-ops|themes)\.|ui\/(ledger|long-press|mark|menu|status|theme-mark)\.|api\/.*\?part=(list(Days|Habits|Tasks|Themes)|read(Task|Today))(Options|QueryKey)?$)/,
            },
          ],
        },
      },
    },
  },
  resolve: { alias: { '@': path.resolve(import.meta.dirname, './src') } },
  plugins: [
    apiParts(),
    cspStyles(),
    tanstackRouter({
      target: 'react',
      autoCodeSplitting: true,
      routesDirectory: './src/app/routes',
      generatedRouteTree: './src/app/routeTree.gen.ts',
      quoteStyle: 'single',
    }),
    babel({ presets: [linguiTransformerBabelPreset()] }),
    react(),
    catalogueParts(),
    policyHash(),
    preloadLanding(),
    tailwindcss(),
    VitePWA(pwa),
    precompress(),
  ],
  define: {
    __BUILD__: JSON.stringify(process.env.ALMANAC_BUILD ?? 'dev'),
    __DEV_PAGES__: JSON.stringify(withDevPages || command === 'serve'),
  },
  server: { host: '127.0.0.1', proxy },
  preview: { host: '127.0.0.1', proxy, headers: { 'content-security-policy': policy } },
}))
