/** Tasks: written in the form, ticked, repeated, selected together, put in order by keys, ticked without a network. */
import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import { expectAccessible, expectTouchable, watchPolicy } from './axe'
import { keptReads } from './kept-reads'

const DAY_MS = 86_400_000
const after = (date: string, days: number) =>
  new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10)

/** What a page of the same origin would send. */
const headers = { 'sec-fetch-site': 'same-origin' }

async function post(api: APIRequestContext, path: string, data: object) {
  const response = await api.post(`/api/v1${path}`, { headers, data })
  expect(response.ok(), await response.text()).toBe(true)
  return response.json()
}

async function signUp(api: APIRequestContext): Promise<string> {
  const email = `alice-${Date.now()}-${Math.random().toString(36).slice(2)}@example.org`
  await post(api, '/auth/register', { email, password: 'quiet orchard lantern 9' })
  return (await (await api.get('/api/v1/today')).json()).today
}

interface Task {
  id: string
  title: string
  due: string | null
  status: string
  completions_count: number
  checklist: { text: string; is_done: boolean }[]
}

const make = (api: APIRequestContext, title: string, more: object = {}): Promise<Task> =>
  post(api, '/tasks', { title, ...more })

const read = async (api: APIRequestContext): Promise<Task[]> =>
  (await (await api.get('/api/v1/tasks?limit=200')).json()).data

const row = (page: Page, title: string) =>
  page.getByRole('main').getByRole('listitem').filter({ hasText: title })
const titles = (page: Page, section: string) =>
  page
    .locator('section')
    .filter({ has: page.getByRole('heading', { level: 2, name: section }) })
    .getByRole('listitem')
    .getByRole('link')
    .allTextContents()
const mark = (page: Page, title: string) =>
  page.getByRole('main').getByRole('checkbox', { name: title, exact: true })
const undo = (page: Page) => page.getByRole('button', { name: 'Undo' }).click()

test('a task is written with its steps and its repeat, and comes again once it is done', async ({ page }) => {
  const refused = watchPolicy(page)
  const today = await signUp(page.request)
  await page.goto('/tasks')
  await page.getByText('Nothing to be done').waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('k')
  await page.getByRole('link', { name: 'New task' }).first().click()
  const sheet = page.getByRole('dialog', { name: 'New task' })
  await sheet.getByRole('button', { name: 'Save task' }).click()
  await expect(sheet.getByText('Give it a name')).toBeVisible()
  await sheet.getByLabel('What is to be done').fill('Water the plants')
  await sheet.getByRole('button', { name: 'Today' }).click()
  await expect(sheet.getByLabel('Due on')).toHaveValue(today)
  await sheet.getByLabel('Repeat').selectOption('Every day')
  await expect(sheet.getByText('Every day.')).toBeVisible()
  for (const step of ['Balcony', 'Kitchen']) {
    await sheet.getByLabel('Add a step').fill(step)
    await page.keyboard.press('Enter')
  }
  await sheet.getByText('High', { exact: true }).click()
  await sheet.getByRole('button', { name: 'Save task' }).click()
  await expect(row(page, 'Water the plants')).toContainText(/High.*Every day.*0 of 2/)
  expect(await titles(page, 'Today')).toEqual(['Water the plants'])

  await mark(page, 'Water the plants').click()
  await expect(mark(page, 'Water the plants')).toBeChecked()
  await expect(page.getByText('Water the plants: done, next tomorrow')).toBeVisible()
  await expect.poll(() => titles(page, 'Tomorrow')).toEqual(['Water the plants'])
  await expect(mark(page, 'Water the plants')).not.toBeChecked()
  expect((await read(page.request))[0]).toMatchObject({ due: after(today, 1), completions_count: 1 })
  await undo(page)
  await expect.poll(() => titles(page, 'Today')).toEqual(['Water the plants'])
  await expect.poll(() => read(page.request)).toMatchObject([{ due: today, completions_count: 0 }])
  expect(refused).toEqual([])
})

test('what is ticked stays in its place until the list is left, and is found among what is done', async ({
  page,
}) => {
  const today = await signUp(page.request)
  for (const title of ['One', 'Two', 'Three']) await make(page.request, title, { due: today })
  await page.goto('/tasks')
  await expect(page.getByRole('heading', { level: 1, name: '3 tasks for today' })).toBeAttached()
  const sent = page.waitForResponse((response) => response.url().endsWith('/complete'))
  const again = page.waitForResponse((response) => response.url().includes('/tasks?') && response.ok())
  await mark(page, 'Two').click()
  await sent
  await again
  await expect(mark(page, 'Two')).toBeChecked()
  expect(await titles(page, 'Today')).toEqual(['One', 'Two', 'Three'])
  await expect(page.getByRole('heading', { level: 1, name: '2 tasks for today' })).toBeAttached()
  await page.getByText('Done', { exact: true }).click()
  await expect.poll(() => titles(page, 'Today')).toEqual(['Two'])
  await mark(page, 'Two').click()
  await expect(page.getByText('Nothing is done yet')).toBeVisible()
  await page.getByText('Open', { exact: true }).click()
  await expect.poll(() => titles(page, 'Today')).toEqual(['One', 'Two', 'Three'])
})

test('an opened task is changed over the list, its steps at once, and what was typed outlives the page', async ({
  page,
}) => {
  const today = await signUp(page.request)
  const checklist = [{ text: 'Export' }, { text: 'Compare' }]
  await make(page.request, 'Review the numbers', { due: after(today, 2), checklist })
  await page.goto('/tasks')
  await page.getByRole('link', { name: 'Review the numbers' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('checkbox', { name: 'Compare' }).check()
  await expect.poll(async () => (await read(page.request))[0]?.checklist[1]?.is_done).toBe(true)
  await sheet.getByLabel('Notes').fill('Three sentences are enough.')
  await sheet.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByRole('link', { name: 'Review the numbers' })).toBeFocused()
  await page.getByRole('link', { name: 'Review the numbers' }).click()
  await sheet.getByRole('button', { name: 'Go on with it' }).click()
  await expect(sheet.getByLabel('Notes')).toHaveValue('Three sentences are enough.')
  await sheet.getByRole('button', { name: 'Move Compare' }).focus()
  await page.keyboard.press('Space')
  await expect(page.getByText('Compare: place 2 of 2')).toBeAttached()
  await page.keyboard.press('ArrowUp')
  await expect(page.getByText('Compare: place 1 of 2')).toBeAttached()
  await page.keyboard.press('Space')
  await sheet.getByRole('button', { name: 'Save changes' }).click()
  await expect(row(page, 'Review the numbers')).toContainText('Three sentences are enough.')
  expect((await read(page.request))[0]?.checklist.map(({ text }) => text)).toEqual(['Compare', 'Export'])
  await page.getByRole('button', { name: 'More about Review the numbers' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(row(page, 'Review the numbers')).toBeHidden()
  await undo(page)
  await expect(row(page, 'Review the numbers')).toBeVisible()
})

test('several are selected with shift and by key, done together, and taken back as one', async ({ page }) => {
  const today = await signUp(page.request)
  for (const title of ['One', 'Two', 'Three', 'Four']) await make(page.request, title, { due: today })
  await page.goto('/tasks')
  await mark(page, 'One').focus()
  await page.keyboard.press('x')
  await expect(page.getByText('1 selected')).toBeVisible()
  await row(page, 'Three').click({ modifiers: ['Shift'] })
  await expect(page.getByText('3 selected')).toBeVisible()
  await page.getByRole('button', { name: 'Due', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Tomorrow' }).click()
  await expect.poll(() => titles(page, 'Tomorrow')).toEqual(['One', 'Two', 'Three'])
  await undo(page)
  await expect.poll(() => titles(page, 'Today')).toEqual(['One', 'Two', 'Three', 'Four'])

  await row(page, 'Two').click({ modifiers: ['Shift'] })
  await row(page, 'Four').click()
  await page.getByRole('button', { name: 'Complete' }).click()
  await expect(page.getByText('2 tasks: done')).toBeVisible()
  await expect.poll(() => titles(page, 'Today')).toEqual(['One', 'Three'])
  await undo(page)
  await expect.poll(() => titles(page, 'Today')).toEqual(['One', 'Two', 'Three', 'Four'])
  expect((await read(page.request)).map(({ completions_count }) => completions_count)).toEqual([0, 0, 0, 0])
})

test('the order is changed by keys, is told aloud, and stays', async ({ page }) => {
  const today = await signUp(page.request)
  await make(page.request, 'Someday', {})
  for (const title of ['One', 'Two', 'Three']) await make(page.request, title, { due: today })
  await page.goto('/tasks')
  await page.getByRole('button', { name: 'Move One' }).focus()
  await page.keyboard.press('Space')
  await expect(page.getByText('One: place 1 of 3')).toBeAttached()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByText('One: place 2 of 3')).toBeAttached()
  const stored = page.waitForResponse((response) => response.url().endsWith('/tasks/order'))
  await page.keyboard.press('Space')
  await stored
  await expect.poll(() => titles(page, 'Today')).toEqual(['Two', 'One', 'Three'])
  await page.reload()
  await expect.poll(() => titles(page, 'Today')).toEqual(['Two', 'One', 'Three'])
  await page.getByLabel('Order', { exact: true }).selectOption('By name')
  await expect.poll(() => titles(page, 'Today')).toEqual(['One', 'Three', 'Two'])
  expect(new URL(page.url()).search).toBe('?sort=name')
  await page.getByLabel('Search tasks').fill('t')
  await expect.poll(() => titles(page, 'Today')).toEqual(['Three', 'Two'])
  await page.keyboard.type('hr')
  await expect.poll(() => titles(page, 'Today')).toEqual(['Three'])
})

test('what is ticked and written offline outlives a reload and reaches the server once', async ({
  page,
  context,
}) => {
  const today = await signUp(page.request)
  const { id } = await make(page.request, 'Answer the tax office', { due: today })
  await page.goto('/tasks')
  await mark(page, 'Answer the tax office').waitFor()
  await page.getByRole('link', { name: 'New task' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Not now' }).click()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  await expect.poll(() => keptReads(page)).toContain(id)
  const sent: string[] = []
  page.on('request', (request) => {
    if (['POST', 'PUT'].includes(request.method())) sent.push(request.url())
  })
  await context.setOffline(true)
  await mark(page, 'Answer the tax office').click()
  await expect(row(page, 'Answer the tax office').getByText('Waiting')).toBeVisible()
  await page.getByRole('link', { name: 'New task' }).first().click()
  await page.getByLabel('What is to be done').fill('Buy stamps')
  await page.getByRole('button', { name: 'Save task' }).click()
  await expect(row(page, 'Buy stamps').getByText('Waiting')).toBeVisible()
  await page.reload()
  await expect(mark(page, 'Answer the tax office')).toBeChecked()
  await expect(row(page, 'Buy stamps')).toBeVisible()
  expect(await read(page.request)).toMatchObject([{ id, status: 'open' }])
  await context.setOffline(false)
  await expect
    .poll(async () => (await read(page.request)).map(({ title, status }) => `${title}: ${status}`).sort())
    .toEqual(['Answer the tax office: done', 'Buy stamps: open'])
  await expect(page.getByText('Waiting')).toBeHidden()
  expect(sent.filter((url) => url.includes(id))).toHaveLength(1)
  expect((await read(page.request)).find((task) => task.id === id)?.completions_count).toBe(1)
})

for (const theme of ['light', 'dark'] as const) {
  for (const width of [390, 1280]) {
    test(`lists, selection and form are accessible, ${theme} at ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height: 844 })
      const today = await signUp(page.request)
      const more = { schedule: { kind: 'daily' }, checklist: [{ text: 'Balcony' }], priority: 'high' }
      const { id } = await make(page.request, 'Water the plants', { due: today, ...more })
      await make(page.request, 'Return the books', { due: after(today, -2), notes: 'To the counter' })
      const check = async (place: string) => {
        await expectAccessible(page)
        await expectTouchable(page)
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect(wider, `${place} overflows`).toBeLessThanOrEqual(0)
      }
      await page.goto('/tasks')
      await row(page, 'Water the plants').waitFor()
      await check('list')
      await page.getByRole('button', { name: 'More about tasks' }).click()
      await page.getByRole('menuitem', { name: 'Select several' }).click()
      await row(page, 'Water the plants').click()
      await expect(page.getByText('1 selected')).toBeVisible()
      await check('selection')
      await page.goto(`/tasks/${id}`)
      await page.getByRole('button', { name: 'Save changes' }).waitFor()
      await expect(
        page.getByRole('list', { name: 'The next dates' }).getByRole('listitem').first(),
      ).toBeVisible()
      await check('form')
    })
  }
}
