/** Sessions on the day: in order among the rest, ticked offline, cancelled with a reason and restored with one tap. */
import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe'
import { keptReads } from './kept-reads'

const headers = { 'sec-fetch-site': 'same-origin' }
const password = 'a quiet harbour at dusk'
const WEEK = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

let cookies: Awaited<ReturnType<APIRequestContext['storageState']>>['cookies']
let today: string
let routine: string

test.beforeAll(async ({ playwright, baseURL }) => {
  const request = await playwright.request.newContext({ ...(baseURL && { baseURL }) })
  const email = `alice-${Date.now()}-${Math.random().toString(36).slice(2)}@example.org`
  const data = { email, password, timezone: 'Europe/Berlin' }
  expect((await request.post('/api/v1/auth/register', { data, headers })).ok()).toBe(true)
  expect((await request.post('/api/v1/auth/login', { data: { email, password }, headers })).ok()).toBe(true)
  today = (await (await request.get('/api/v1/today')).json()).today
  const made = await request.post('/api/v1/routines', { data: { name: 'Spring term' }, headers })
  expect(made.ok(), await made.text()).toBe(true)
  routine = (await made.json()).id
  cookies = (await request.storageState()).cookies
  await request.dispose()
})

test.beforeEach(async ({ context }) => context.addCookies(cookies))

async function newSession(page: Page, subject: string, starts: string, more: object = {}): Promise<string> {
  const weekday = WEEK[new Date(`${today}T12:00:00Z`).getUTCDay()]
  const data = { subject, weekday, starts, minutes: 45, ...more }
  const answer = await page.request.post(`/api/v1/routines/${routine}/sessions`, { data, headers })
  expect(answer.ok(), await answer.text()).toBe(true)
  return (await answer.json()).id
}

const readEntry = async (page: Page, title: string) => {
  const { entries } = await (await page.request.get('/api/v1/today')).json()
  return entries.find((entry: { title: string }) => entry.title === title)
}

const row = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('link', { name, exact: true }) })
const tick = (page: Page, name: string) => page.getByRole('checkbox', { name, exact: true })

test('sessions stand in order with their place, and lead to the timetable', async ({ page }) => {
  await newSession(page, 'Second', '13:15', { location: 'Room 4', note: 'bring the frog' })
  await newSession(page, 'First', '13:00', { kind: 'task' })
  await page.goto('/')
  const titles = page.getByRole('listitem').getByRole('link', { name: /^(First|Second)$/ })
  await expect(titles).toHaveText(['First', 'Second'])
  await expect(row(page, 'Second')).toContainText('Room 4 · Spring term')
  await expect(row(page, 'Second')).toContainText('bring the frog')
  await expect(tick(page, 'Second')).toHaveCount(0)
  await expect(page.getByText(/of 1 done/)).toBeVisible()
  await expectAccessible(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await expectAccessible(page)
  await row(page, 'Second').getByRole('link', { name: 'Second' }).click()
  await expect(page).toHaveURL(`/timetable/${routine}`)
})

test('a date is cancelled with a reason and restored with one tap', async ({ page }) => {
  await newSession(page, 'Choir', '18:00')
  await page.goto('/')
  await page.getByRole('button', { name: 'More for Choir' }).click()
  await page.getByRole('menuitem', { name: 'Cancel this date…' }).click()
  const sheet = page.getByRole('dialog', { name: 'Choir' })
  await sheet.getByLabel('Reason').fill('Teacher is ill')
  await expectAccessible(page)
  await sheet.getByRole('button', { name: 'Cancel this date' }).click()
  await expect(row(page, 'Choir')).toContainText('Teacher is ill')
  await expect(row(page, 'Choir')).toHaveAttribute('data-state', 'cancelled')
  await expect
    .poll(() => readEntry(page, 'Choir'))
    .toMatchObject({
      state: 'cancelled',
      reason: 'Teacher is ill',
    })
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Choir: restore' }).click()
  await expect(row(page, 'Choir')).toHaveAttribute('data-state', 'open')
  // The button is gone; who pressed it is still in the row.
  await expect(row(page, 'Choir').getByRole('link')).toBeFocused()
  await expect.poll(async () => (await readEntry(page, 'Choir')).cancelled_by).toBe(null)
  // The message takes the restoring back.
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => readEntry(page, 'Choir')).toMatchObject({ reason: 'Teacher is ill' })
})

test('a task is ticked offline, and sent when the line is back', async ({ page, context }) => {
  const id = await newSession(page, 'Swim', '19:00', { kind: 'task' })
  await page.goto('/')
  await expect(tick(page, 'Swim')).not.toBeChecked()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  await expect.poll(() => keptReads(page)).toContain(id)
  await context.setOffline(true)
  await tick(page, 'Swim').click()
  await expect(tick(page, 'Swim')).toBeChecked()
  await expect(row(page, 'Swim').getByText('Waiting')).toBeVisible()
  await page.reload()
  await expect(tick(page, 'Swim')).toBeChecked()
  expect((await readEntry(page, 'Swim')).state).toBe('open')
  await context.setOffline(false)
  await expect.poll(async () => (await readEntry(page, 'Swim')).state).toBe('done')
  await tick(page, 'Swim').focus()
  await page.keyboard.press('x')
  await expect(tick(page, 'Swim')).not.toBeChecked()
  await expect.poll(async () => (await readEntry(page, 'Swim')).state).toBe('open')
})
