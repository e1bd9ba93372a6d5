import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { defineConfig } from '@playwright/test'

/**
 * Starts what the tests need: a server of Almanac over an empty data directory (the app must have been built), and the
 * page of primitives, which only development builds have. BASE_URL names a server that is there already instead.
 */
const root = path.resolve(import.meta.dirname, '..')
const primitives = `http://127.0.0.1:${freePort('ALMANAC_E2E_PRIMITIVES_PORT')}`
const own = `http://localhost:${freePort('ALMANAC_E2E_PORT')}`
const withoutAccount = /(primitives|shell)\.spec\.ts/
/** The README's pictures are taken on demand. */
const onDemand = process.env.ALMANAC_PICTURES === '1' ? [] : [/pictures\.spec\.ts/]

/** A port that nothing listens on, the same in every process of this run. */
function freePort(variable: string): string {
  const probe =
    "const s = require('net').createServer().listen(0, '127.0.0.1', () => { console.log(s.address().port); s.close() })"
  process.env[variable] ??= execFileSync(process.execPath, ['-e', probe], { encoding: 'utf8' }).trim()
  return process.env[variable]
}

/** The browser: ALMANAC_CHROMIUM, else the system's, else Playwright's. */
const installed = [process.env.ALMANAC_CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (file) => file && fs.existsSync(file),
)
const isRoot = process.getuid?.() === 0

const almanac = () => ({
  command: `${root}/.venv/bin/almanac serve`,
  url: `${own}/healthz/ready`,
  timeout: 90_000,
  env: {
    ALMANAC_DATA_DIR: fs.mkdtempSync(path.join(os.tmpdir(), 'almanac-e2e-')),
    ALMANAC_PORT: new URL(own).port,
    ALMANAC_RATE_LIMIT_FACTOR: '1000',
    ALMANAC_LOG_LEVEL: 'warning',
  },
})

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: 'line',
  projects: [
    { name: 'primitives', testMatch: withoutAccount, use: { baseURL: primitives } },
    { name: 'app', testIgnore: [withoutAccount, ...onDemand], use: { baseURL: process.env.BASE_URL ?? own } },
  ],
  webServer: [
    ...(process.env.BASE_URL ? [] : [almanac()]),
    {
      command: `vite build && vite preview --port ${new URL(primitives).port} --strictPort`,
      url: `${primitives}/dev/primitives`,
      timeout: 120_000,
      env: { ALMANAC_DEV_PAGES: '1', ALMANAC_DEV_SERVER: process.env.BASE_URL ?? own },
    },
  ],
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(installed && { executablePath: installed }),
      args: isRoot ? ['--no-sandbox'] : [],
    },
  },
})
