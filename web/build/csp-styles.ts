/**
 * Strict style-src without 'unsafe-inline': drop the <style> elements that dependencies inject at import or at
 * run time. sonner's CSS is part of src/ui/toast.css; react-style-singleton is replaced by src/lib/style-singleton.ts.
 */
import path from 'node:path'
import type { Plugin } from 'vite'

const INJECTED_AT_IMPORT = /^__insertCSS\(.*$/m
const RENDERED =
  /jsx\(\s*"style",\s*\{\s*dangerouslySetInnerHTML:\s*\{\s*__html:\s*`[^`]*`\s*\},\s*nonce\s*\}\s*\)/

export const cspStyles = (): Plugin => ({
  name: 'almanac:csp-styles',
  enforce: 'pre',
  resolveId: {
    filter: { id: /^react-style-singleton$/ },
    handler: () => path.resolve(import.meta.dirname, '../src/lib/style-singleton.ts'),
  },
  transform: {
    filter: { id: /node_modules\/(sonner|@radix-ui\/react-(select|scroll-area))\/dist\/index\.mjs/ },
    handler: (code) => {
      const out = code.replace(INJECTED_AT_IMPORT, '').replace(RENDERED, 'null')
      if (out === code) throw new Error('csp-styles: nothing replaced; the dependency changed')
      return { code: out, map: null }
    },
  },
})
