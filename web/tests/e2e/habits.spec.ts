/** Habits: one of every kind through the editor, the past by clicking days, order by keys, archive, delete, pause. */
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

const habit = (api: APIRequestContext, name: string, more: object = {}): Promise<{ id: string }> =>
  send(api, 'POST', '/habits', { name, schedule: { kind: 'daily' }, ...more })

const done = (api: APIRequestContext, id: string, date: string) =>
  send(api, 'PUT', `/habits/${id}/check-ins/${date}`, { status: 'done' })

const rows = (page: Page) => page.getByRole('list', { name: 'Habits' }).getByRole('listitem')
const names = (page: Page) => rows(page).getByRole('link').allTextContents()

const choose = (page: Page, words: string) =>
  page.getByRole('radiogroup', { name: 'How often' }).getByLabel(words).check()

const kinds: { name: string; choose: string; fill: (page: Page) => Promise<unknown>; sentence: RegExp }[] = [
  { name: 'Stretch', choose: 'Every day', fill: async () => undefined, sentence: /^Every day\.$/ },
  {
    name: 'Run',
    choose: 'On certain weekdays',
    fill: async (page) => {
      for (const day of ['Monday', 'Thursday'])
        await page.getByRole('checkbox', { name: day, exact: true }).check()
      await page.getByLabel('Every so many weeks').fill('2')
    },
    sentence: /^Every other week on .*Monday.*\.$/,
  },
  {
    name: 'Pay the rent',
    choose: 'On a day of the month',
    fill: (page) => page.getByLabel('Day of the month', { exact: true }).fill('31'),
    sentence: /^On the last day of every month\.$/,
  },
  {
    name: 'See the dentist',
    choose: 'Once a year',
    fill: async (page) => {
      await page.getByLabel('Day', { exact: true }).fill('1')
      await page.getByLabel('Month', { exact: true }).selectOption('April')
    },
    sentence: /^Every year on .*April.*\.$/,
  },
  {
    name: 'Vitamin D',
    choose: 'In a cycle: some days on, some off',
    fill: (page) => page.getByLabel('Days off').fill('2'),
    sentence: /^3 days on, 2 days off/,
  },
  {
    name: 'Swim',
    choose: 'A number of times a week, month or year',
    fill: (page) => page.getByLabel('How many times').fill('2'),
    sentence: /^2 times a week\.$/,
  },
  {
    name: 'Water the plants',
    choose: 'Again some days after it was done',
    fill: (page) => page.getByLabel('Days until it comes again').fill('4'),
    sentence: /^Again 4 days after it was done\.$/,
  },
]

test('every kind of schedule is made in words and shows the days that come of it', async ({ page }) => {
  const refused = watchPolicy(page)
  await signUp(page.request)
  await page.goto('/habits')
  await page.getByRole('main').getByText('No habits yet').waitFor()
  for (const kind of kinds) {
    await page.keyboard.press('c')
    await page.getByRole('heading', { name: 'New habit' }).waitFor()
    await page.getByLabel('Name', { exact: true }).fill(kind.name)
    await choose(page, kind.choose)
    await kind.fill(page)
    await expect(page.getByText(kind.sentence)).toBeVisible()
    await expect(
      page.getByRole('list', { name: 'The next dates' }).getByRole('listitem').first(),
    ).toBeVisible()
    await page.getByRole('button', { name: 'Save habit' }).click()
    await expect(page.getByRole('heading', { level: 1, name: kind.name })).toBeVisible()
  }
  await page.keyboard.press('g')
  await page.keyboard.press('h')
  await expect(rows(page)).toHaveCount(kinds.length)
  expect(await names(page)).toEqual(kinds.map(({ name }) => name))
  await page.getByLabel('How often').selectOption('Once a year')
  await expect(rows(page)).toHaveCount(1)
  expect(new URL(page.url()).search).toContain('schedule_kind=yearly_date')
  expect(refused).toEqual([])
})

test('what is wrong is said on its field, and a draft outlives the page', async ({ page }) => {
  await signUp(page.request)
  await page.goto('/habits/new')
  await choose(page, 'On a day of the month')
  await page.getByLabel('Day of the month', { exact: true }).fill('32')
  await page.getByRole('button', { name: 'Save habit' }).click()
  await expect(page.getByText('Give it a name')).toBeVisible()
  await expect(page.getByText('At most 31', { exact: true })).toBeVisible()
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused()
  await page.getByLabel('Name', { exact: true }).fill('Pay the rent')
  await page.getByRole('button', { name: 'Not now' }).click()
  await page.goto('/habits/new')
  await expect(page.getByText('You had begun: Pay the rent')).toBeVisible()
  await page.getByRole('button', { name: 'Go on with it' }).click()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Pay the rent')
  await expect(page.getByLabel('Day of the month', { exact: true })).toHaveValue('32')
})

test('a new schedule leaves the past as it was judged', async ({ page }) => {
  const today = await signUp(page.request)
  const { id } = await habit(page.request, 'Stretch', { starts_on: before(today, 6) })
  for (const days of [6, 5, 3, 1]) await done(page.request, id, before(today, days))
  await page.goto(`/habits/${id}`)
  const cell = (days: number) => page.locator(`[data-date="${before(today, days)}"]`)
  const states = () => Promise.all([6, 5, 4, 3, 2, 1].map((days) => cell(days).getAttribute('data-state')))
  await cell(1).waitFor()
  const past = await states()
  await page.getByRole('link', { name: 'Edit', exact: true }).click()
  await choose(page, 'Once a year')
  await expect(page.getByLabel('The new rule counts from')).toHaveValue(today)
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText(/^Every year on/)).toBeVisible()
  expect(await states()).toEqual(past)
})

test('a day of the past is recorded by clicking it, and the streak follows', async ({ page }) => {
  const today = await signUp(page.request)
  const { id } = await habit(page.request, 'Stretch', { starts_on: before(today, 3) })
  for (const days of [3, 1]) await done(page.request, id, before(today, days))
  await page.goto(`/habits/${id}`)
  const streak = page.getByRole('main').getByText('Streak now').locator('..')
  await expect(streak).toContainText('1')
  const missed = page.locator(`[data-date="${before(today, 2)}"]`)
  await expect(missed).toHaveAttribute('data-state', 'missed')
  await missed.click()
  await page.getByRole('dialog').getByLabel('Note').fill('before breakfast')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(missed).toHaveAttribute('data-state', 'done')
  await expect(streak).toContainText('3')
  await expect(page.getByText('before breakfast')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(streak).toContainText('1')
})

test('habits are put away and brought back, and deletion is taken back', async ({ page }) => {
  await signUp(page.request)
  for (const name of ['Read', 'Stretch']) await habit(page.request, name)
  await page.goto('/habits')
  const act = async (name: string, item: string) => {
    await page.getByRole('button', { name: `More about ${name}` }).click()
    await page.getByRole('menuitem', { name: item }).click()
  }
  await act('Read', 'To the archive')
  await expect(rows(page)).toHaveCount(1)
  await page.getByText('Archive', { exact: true }).click()
  await page.getByRole('button', { name: 'Restore Read' }).click()
  await expect(page.getByText('The archive is empty')).toBeVisible()
  await page.getByRole('button', { name: 'Show all habits' }).click()
  await expect(rows(page)).toHaveCount(2)
  await act('Stretch', 'Delete')
  await expect(rows(page)).toHaveCount(1)
  await page
    .locator('[data-sonner-toast]', { hasText: 'Stretch was deleted' })
    .getByRole('button', { name: 'Undo' })
    .click()
  await expect(rows(page)).toHaveCount(2)
})

test('the order is changed by keys, is told aloud, and stays', async ({ page }) => {
  await signUp(page.request)
  for (const name of ['One', 'Two', 'Three']) await habit(page.request, name)
  await page.goto('/habits')
  const grip = page.getByRole('button', { name: 'Move One' })
  await grip.focus()
  await page.keyboard.press('Space')
  await expect(page.getByText('One: place 1 of 3')).toBeAttached()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByText('One: place 2 of 3')).toBeAttached()
  const stored = page.waitForResponse((response) => response.url().endsWith('/habits/order'))
  await page.keyboard.press('Space')
  await stored
  await expect.poll(() => names(page)).toEqual(['Two', 'One', 'Three'])
  await page.reload()
  await expect.poll(() => names(page)).toEqual(['Two', 'One', 'Three'])
})

test('a holiday pauses everything until it is ended', async ({ page }) => {
  await signUp(page.request)
  await habit(page.request, 'Stretch')
  await page.goto('/habits')
  await page.getByRole('button', { name: 'More about habits' }).click()
  await page.getByRole('menuitem', { name: 'Pause everything' }).click()
  await page.getByRole('dialog').getByLabel('Reason').fill('Holiday')
  await page.getByRole('dialog').getByRole('button', { name: 'Pause', exact: true }).click()
  await expect(page.getByText('Everything is paused')).toBeVisible()
  await expect(rows(page).getByText('paused')).toBeVisible()
  await page.getByRole('button', { name: 'End pause' }).click()
  await expect(page.getByText('Everything is paused')).toBeHidden()
  await expect(rows(page).getByText('paused')).toBeHidden()
})

for (const theme of ['light', 'dark'] as const) {
  for (const width of [390, 1280]) {
    test(`list, editor and page of a habit are accessible, ${theme} at ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height: 844 })
      const today = await signUp(page.request)
      const { id } = await habit(page.request, 'Stretch', { starts_on: before(today, 3) })
      await done(page.request, id, before(today, 1))
      for (const path of ['/habits', '/habits/new', `/habits/${id}`, `/habits/${id}/edit`]) {
        await page.goto(path)
        await page
          .getByRole('main')
          .getByText(/Stretch|Save habit/)
          .first()
          .waitFor()
        await expectAccessible(page)
        await expectTouchable(page)
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect(wider, `${path} overflows`).toBeLessThanOrEqual(0)
      }
    })
  }
}
