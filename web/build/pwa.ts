/** Manifest and service worker: the shell and every chunk are kept, the API is never touched by the worker. */
import type { VitePWAOptions } from 'vite-plugin-pwa'

const icon = (size: number, purpose: 'any' | 'maskable') => ({
  src: `/icon-${purpose === 'maskable' ? 'maskable-' : ''}${size}.png`,
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
})

export const pwa: Partial<VitePWAOptions> = {
  injectRegister: false,
  registerType: 'prompt',
  strategies: 'generateSW',
  manifest: {
    id: '/',
    name: 'Almanac',
    short_name: 'Almanac',
    description: 'One page for everything that comes round again.',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#faf7f0',
    theme_color: '#faf7f0',
    icons: [icon(192, 'any'), icon(512, 'any'), icon(512, 'maskable')],
  },
  workbox: {
    globPatterns: ['**/*.{js,css,html,svg}', '**/vollkorn-latin-{,ext-}wght-normal-*.woff2'],
    navigateFallback: '/index.html',
    // Pages that the server renders, files it makes, and the API are never answered by the shell.
    navigateFallbackDenylist: [
      /^\/api\//,
      /^\/healthz/,
      /^\/metrics/,
      /^\/b\//,
      /^\/r\//,
      /^\/feeds\//,
      /^\/\.well-known\//,
    ],
    cleanupOutdatedCaches: true,
    clientsClaim: true,
    inlineWorkboxRuntime: true,
    sourcemap: false,
  },
}
