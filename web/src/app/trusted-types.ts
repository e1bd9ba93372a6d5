/** The one Trusted Types policy (security headers allow `default` alone): the service worker's address and nothing else. */
interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): unknown
}

const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes

factory?.createPolicy('default', {
  createScriptURL(url) {
    if (url === '/sw.js') return url
    throw new TypeError(`refused script address: ${url}`)
  },
})
