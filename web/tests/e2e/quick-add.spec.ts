/** Quick add: a line is read while it is typed, parts are taken back, and what comes of it is on the list. */
import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import { expectAccessible, expectTouchable, watchPolicy } from './axe'

/** What a page of the same origin would send. */
const headers = { 'sec-fetch-site': 'same-origin' }

async function signUp(api: APIRequestContext): Promise<void> {
  const email = `alice-${Date.now()}-${Math.random().toString(36).slice(2)}@example.org`
  const data = { email, password: 'quiet orchard lantern 9' }
  const response = await api.fetch('/api/v1/auth/register', { method: 'POST', headers, data })
  expect(response.ok(), await response.text()).toBe(true)
}

const box = (page: Page) => page.getByRole('textbox', { name: 'Add a task' })
const parts = (page: Page) => page.getByRole('list', { name: 'What was understood' })
const part = (page: Page, name: string | RegExp) => parts(page).getByRole('button', { name })
const row = (page: Page, title: string) =>
  page.getByRole('main').getByRole('listitem').filter({ hasText: title })

async function tasks(api: APIRequestContext): Promise<{ title: string; due: string; priority: string }[]> {
  return (await (await api.get('/api/v1/tasks')).json()).data
}

test('a line is read, a part taken back, and the task stands on the list until undone', async ({ page }) => {
  const refused = watchPolicy(page)
  await signUp(page.request)
  await page.goto('/tasks')
  await box(page).fill('Pay rent 🏠 every monday at 9 !high #home')
  await expect(parts(page).getByRole('button')).toHaveCount(4)
  await expect(part(page, 'Remove: repeats: Every Monday')).toBeVisible()
  await expect(part(page, 'Remove: new theme: home')).toBeVisible()
  await expect(parts(page)).toContainText(/first due .*Mon/)
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    await expectAccessible(page)
    await expectTouchable(page)
  }

  await part(page, 'Remove: priority: High').click()
  await expect(parts(page).getByRole('button')).toHaveCount(3)
  await expect(box(page)).toBeFocused()
  await box(page).press('Home')
  await page.keyboard.type('Please ')
  await expect(part(page, /Every Monday/)).toBeVisible()
  await expect(part(page, /High/)).toHaveCount(0)
  await box(page).press('Enter')

  await expect(box(page)).toHaveValue('')
  await expect(row(page, 'Please Pay rent 🏠 !high')).toContainText('Every Monday')
  await expect(row(page, 'Please Pay rent 🏠 !high')).toContainText('home')
  await expect
    .poll(() => tasks(page.request))
    .toMatchObject([
      { title: 'Please Pay rent 🏠 !high', priority: 'medium', due: expect.stringMatching(/T09:00$/) },
    ])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => tasks(page.request)).toEqual([])
  await expect.poll(async () => (await (await page.request.get('/api/v1/themes')).json()).count).toBe(0)
  expect(refused).toEqual([])
})

test('the palette and a key open the box anywhere; German is read as well', async ({ page }) => {
  await signUp(page.request)
  await page.goto('/habits')
  await page.getByRole('main').getByText('No habits yet').waitFor()
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('Where to, or what to do?').fill('+Zahnarzt anrufen übermorgen um 14:30')
  await expect(page.getByRole('option')).toHaveText(['Add task: Zahnarzt anrufen übermorgen um 14:30'])
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Add a task' })
  await expect(dialog.getByRole('button', { name: /^Remove: due/ })).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Remove: at 14:30' })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect.poll(() => tasks(page.request)).toMatchObject([{ title: 'Zahnarzt anrufen' }])

  await page.keyboard.press('q')
  await dialog.getByRole('textbox').fill('Water the ferns every other day !low')
  await expect(dialog.getByRole('button', { name: 'Remove: repeats: Every other day' })).toBeVisible()
  await page.keyboard.press('Shift+Enter')
  await expect(page.getByLabel('What is to be done')).toHaveValue('Water the ferns')
  await expect(page.getByRole('radio', { name: 'Low' })).toBeChecked()
  await page.getByRole('button', { name: 'Save task' }).click()
  await expect.poll(() => tasks(page.request)).toHaveLength(2)
})

test('a line that is too long is said to be, and stays to be made shorter', async ({ page }) => {
  await signUp(page.request)
  await page.goto('/tasks')
  await box(page).fill('a'.repeat(201))
  await box(page).press('Enter')
  await expect(page.getByRole('alert')).toHaveText('The title may have at most 200 characters.')
  await expect(box(page)).toHaveValue('a'.repeat(201))
  expect(await tasks(page.request)).toEqual([])
})

test('without a connection the whole line is noted as it stands, and sent later', async ({
  page,
  context,
}) => {
  await signUp(page.request)
  await page.goto('/tasks')
  await box(page).waitFor()
  await context.setOffline(true)
  await box(page).fill('Post the parcel tomorrow')
  await expect(page.getByText('the whole line becomes the title')).toBeVisible()
  await box(page).press('Enter')
  await expect(row(page, 'Post the parcel tomorrow')).toContainText('Waiting')
  await expect(page.getByText('nothing in it was read as a date')).toBeVisible()
  await context.setOffline(false)
  await expect
    .poll(() => tasks(page.request))
    .toMatchObject([{ title: 'Post the parcel tomorrow', due: null }])
})
