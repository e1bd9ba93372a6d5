import fs from 'node:fs'
import { defineConfig } from '@playwright/test'

/** Runs against a server that is already there: BASE_URL. The browser: ALMANAC_CHROMIUM, else the system's, else Playwright's. */
const installed = [process.env.ALMANAC_CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (file) => file && fs.existsSync(file),
)
const isRoot = process.getuid?.() === 0

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 1,
  timeout: 60_000,
  forbidOnly: true,
  reporter: 'line',
  use: {
    baseURL: process.env.BASE_URL ?? 'http://127.0.0.1:8000',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(installed && { executablePath: installed }),
      args: isRoot ? ['--no-sandbox'] : [],
    },
  },
})
