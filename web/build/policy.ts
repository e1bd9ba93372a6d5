/** The Content-Security-Policy of the shell. The server owns the text; the build only reads it. */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'

export const policy = fs
  .readFileSync(path.resolve(import.meta.dirname, '../../src/almanac/core/spa_policy.txt'), 'utf8')
  .trim()

const hash = createHash('sha256').update(policy).digest('hex').slice(0, 16)

/**
 * The service worker caches the policy together with the shell. A hash of the policy inside index.html makes
 * every change of the policy a change of the shell, so a stale policy is never kept.
 */
export const policyHash = (): Plugin => ({
  name: 'almanac:policy-hash',
  transformIndexHtml: (html) => html.replace('%CSP_HASH%', hash),
})
