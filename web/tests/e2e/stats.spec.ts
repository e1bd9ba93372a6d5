/** Statistics: ranges in the address, figures as drawings and as tables, one theme alone, files, offline, and nothing. */
import fs from 'node:fs/promises'
import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import { expectAccessible, expectTouchable, watchPolicy } from './axe'

const DAY_MS = 86_400_000
const before = (date: string, days: number) =>
  new Date(Date.parse(date) - days * DAY_MS).toISOString().slice(0, 10)

/** What a page of the same origin would send. */
const headers = { 'sec-fetch-site': 'same-origin' }

async function send(api: APIRequestContext, method: 'POST' | 'PUT', path: string, data: object) {
  const response = await api.fetch(`/api/v1${path}`, { method, headers, data })
  expect(response.ok(), await response.text()).toBe(true)
  return response.json()
}

async function signUp(api: APIRequestContext): Promise<string> {
  const email = `alice-${Date.now()}-${Math.random().toString(36).slice(2)}@example.org`
  await send(api, 'POST', '/auth/register', { email, password: 'quiet orchard lantern 9' })
  return (await (await api.get('/api/v1/today')).json()).today
}

interface Kept {
  name: string
  theme_id?: string
  /** Days ago on which it was due and done; it begins with the first and is due daily until yesterday. */
  done: number[]
  from: number
}

async function keep(api: APIRequestContext, today: string, { name, theme_id, done, from }: Kept) {
  const { id } = await send(api, 'POST', '/habits', {
    name,
    theme_id,
    schedule: { kind: 'daily' },
    starts_on: before(today, from),
  })
  await Promise.all(
    done.map((ago) => send(api, 'PUT', `/habits/${id}/check-ins/${before(today, ago)}`, { status: 'done' })),
  )
}

/** Ten due in the last seven days, eight done; and before these days nothing of the garden. */
async function twoHabits(api: APIRequestContext): Promise<{ today: string; garden: string }> {
  const today = await signUp(api)
  const garden = (await send(api, 'POST', '/themes', { name: 'Garden', color: '#3C6B3F' })).id
  await keep(api, today, { name: 'Water the tulips', theme_id: garden, from: 4, done: [4, 3, 2, 1] })
  await keep(api, today, { name: 'Read', from: 20, done: [20, 19, 6, 5, 3, 1] })
  for (const title of ['Answer letters', 'Book the train']) {
    const task = await send(api, 'POST', '/tasks', { title, due: today })
    if (title === 'Book the train') await send(api, 'POST', `/tasks/${task.id}/complete`, {})
  }
  return { today, garden }
}

const headline = (page: Page) => page.getByRole('heading', { level: 1 })
const choose = (page: Page, range: string) =>
  page.getByRole('radiogroup', { name: 'Which days' }).getByLabel(range).check()
const table = (page: Page, name: string) => page.getByRole('table', { name })

test('a range is chosen, stands in the address, and is remembered', async ({ page }) => {
  const refused = watchPolicy(page)
  await twoHabits(page.request)
  await page.goto('/')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.getByRole('link', { name: 'Statistics', exact: true }).click()
  await expect(headline(page)).toContainText('42%')
  await choose(page, '7 days')
  await expect(page).toHaveURL('/statistics?range=7d')
  // Four of four, and four of six.
  await expect(headline(page)).toContainText('80%')
  await expect(page.getByText('8 of 10 times')).toBeVisible()
  await page.goto('/')
  await page.getByRole('link', { name: 'Statistics' }).first().click()
  await expect(headline(page)).toContainText('80%')
  await choose(page, 'All')
  await expect(page).toHaveURL('/statistics?range=all')
  await expect(page.getByRole('heading', { name: 'Month by month' })).toBeVisible()
  await page.goto('/statistics?range=8d')
  await expect(page.getByRole('heading', { name: 'Month by month' })).toBeVisible()
  expect(refused).toEqual([])
})

test('every drawing is a table as well, for everybody', async ({ page }) => {
  await twoHabits(page.request)
  await page.goto('/statistics?range=7d')
  const trend = page.getByRole('region', { name: 'Day by day' })
  await expect(trend.getByRole('img')).toHaveAccessibleName(/^Success rate, from .* 1 task done\.$/)
  await expect(table(page, 'Day by day').getByRole('row')).toHaveCount(8)
  await trend.getByRole('button', { name: 'Show as table' }).click()
  await expect(trend.getByRole('img')).toBeHidden()
  await expect(table(page, 'Day by day').getByRole('row').nth(6)).toContainText('100%2 of 2')
  const week = page.getByRole('region', { name: 'The week' })
  await expect(week.getByRole('img')).toHaveAccessibleName(/Monday \d+%/)
  await expect(table(page, 'The week').getByRole('row')).toHaveCount(8)
  await expect(table(page, 'By theme').getByRole('row', { name: /^Garden/ })).toContainText('100%4 of 4')
  const streak = table(page, 'Streaks').getByRole('row', { name: /^Water the tulips/ })
  await expect(streak.getByRole('cell').first()).toContainText('4')
  await streak.getByRole('link', { name: 'Water the tulips' }).click()
  await expect(headline(page)).toContainText('Water the tulips')
})

test('one theme is shown alone, with the filter that every page shares', async ({ page }) => {
  await twoHabits(page.request)
  await page.goto('/statistics?range=7d')
  await page.getByRole('button', { name: 'Garden', exact: true }).click()
  await expect(headline(page)).toContainText('100%')
  await expect(page.getByRole('heading', { name: 'By theme' })).toBeHidden()
  await page.goto('/habits')
  await expect(page.getByRole('list', { name: 'Habits' }).getByRole('listitem')).toHaveCount(1)
  await page.goto('/statistics?range=7d')
  await page.getByRole('button', { name: 'Show every theme again' }).click()
  await expect(headline(page)).toContainText('80%')
})

test('the figures are downloaded as they are shown', async ({ page }) => {
  const { today } = await twoHabits(page.request)
  await page.goto('/statistics?range=7d')
  for (const [item, ending] of [
    ['Download as a table (CSV)', 'csv'],
    ['Download as data (JSON)', 'json'],
  ] as const) {
    await page.getByRole('button', { name: 'Download these figures' }).click()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: item }).click(),
    ])
    expect(file.suggestedFilename()).toBe(`almanac-statistics-7d-${today}.${ending}`)
    expect(await fs.readFile(await file.path(), 'utf8')).toContain('Water the tulips')
  }
})

test('offline, what was seen is shown, and what was not says so', async ({ page, context }) => {
  await twoHabits(page.request)
  await page.goto('/statistics?range=7d')
  await expect(headline(page)).toContainText('80%')
  await context.setOffline(true)
  await choose(page, '90 days')
  await expect(page.getByRole('alert')).toContainText('You are offline')
  await choose(page, '7 days')
  await expect(page.getByText('8 of 10 times')).toBeVisible()
  await context.setOffline(false)
  await choose(page, '90 days')
  await expect(page.getByRole('heading', { name: 'Week by week' })).toBeVisible()
})

test('an account without anything is told what the page is for', async ({ page }) => {
  await signUp(page.request)
  await page.goto('/statistics')
  await expect(headline(page)).toHaveText('Statistics')
  await expect(page.getByText('Nothing to count yet')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'New habit' }).click()
  await expect(headline(page)).toContainText('New habit')
})

for (const theme of ['light', 'dark'] as const)
  test(`the page can be used by everybody in its ${theme} look`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await twoHabits(page.request)
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 844 })
      await page.goto('/statistics?range=30d')
      await expect(page.getByRole('heading', { name: 'Streaks' })).toBeVisible()
      await page.getByRole('button', { name: 'Show as table' }).first().click()
      await expectAccessible(page)
      await expectTouchable(page)
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(wider, 'overflows').toBeLessThanOrEqual(0)
    }
  })

test('hours of the timetable stand by subject, for the days of the page and any others', async ({ page }) => {
  const today = await signUp(page.request)
  const from = before(today, 20)
  const routine = await send(page.request, 'POST', '/routines', { name: 'Term', valid_from: from })
  for (const [subject, weekday, minutes] of [
    ['Biology', 'mon', 60],
    ['Latin', 'tue', 30],
  ] as const)
    await send(page.request, 'POST', `/routines/${routine.id}/sessions`, {
      ...{ subject, weekday, minutes },
      starts: '00:00',
    })
  await page.goto('/statistics?range=7d')
  const hours = table(page, 'Hours by subject')
  await expect(hours.getByRole('row', { name: /^Biology 1 hrs? 1/ })).toBeVisible()
  await page.getByLabel('From', { exact: true }).fill(from)
  await expect(hours.getByRole('row', { name: /^Biology 3 hrs? 3/ })).toBeVisible()
  await expect(hours.getByRole('row', { name: /^Together 4.5 hrs? 6/ })).toBeVisible()
  await expectAccessible(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await expectAccessible(page)
})
