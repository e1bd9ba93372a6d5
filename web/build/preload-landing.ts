/** Preload what the first screen needs (its route, the default language, the latin font): one round trip less. */
import type { HtmlTagDescriptor, Plugin, Rollup } from 'vite'

const LANDING = /routes\/index\.tsx\?tsr-split|locales\/en\/messages\.po\?first/
const FONT = /vollkorn-latin-wght-normal-[\w-]+\.woff2$/

type Bundle = Record<string, { type: string; fileName: string }>

function chunksOfLanding(bundle: Bundle): Set<string> {
  const chunks = Object.values(bundle).filter((item): item is Rollup.OutputChunk => item.type === 'chunk')
  const wanted = new Set<string>()
  const add = (file: string) => {
    if (wanted.has(file)) return
    wanted.add(file)
    chunks.find((chunk) => chunk.fileName === file)?.imports.forEach(add)
  }
  for (const chunk of chunks) if (LANDING.test(chunk.facadeModuleId ?? '')) add(chunk.fileName)
  return wanted
}

export const preloadLanding = (): Plugin => ({
  name: 'almanac:preload-landing',
  enforce: 'post',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle }) {
      if (!bundle) return []
      const scripts = [...chunksOfLanding(bundle as Bundle)].filter((file) => !html.includes(file))
      const fonts = Object.keys(bundle).filter((file) => FONT.test(file))
      const tag = (attrs: Record<string, string | boolean>): HtmlTagDescriptor => ({
        tag: 'link',
        attrs,
        injectTo: 'head',
      })
      return [
        ...fonts.map((file) =>
          tag({ rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `/${file}` }),
        ),
        ...scripts.map((file) => tag({ rel: 'modulepreload', crossorigin: true, href: `/${file}` })),
      ]
    },
  },
})
