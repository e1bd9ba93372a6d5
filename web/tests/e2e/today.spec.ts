/** The day's main path: tick, undo, skip, amount, note, yesterday, tasks, the quotation, and what was ticked offline. */
import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe'
import { keptReads } from './kept-reads'

/** What a page of Almanac itself would send. */
const headers = { 'sec-fetch-site': 'same-origin' }
const password = 'a quiet harbour at dusk'

type Cookies = Awaited<ReturnType<APIRequestContext['storageState']>>['cookies']

let cookies: Cookies
let today: string
let yesterday: string

test.beforeAll(async ({ playwright, baseURL }) => {
  const request = await playwright.request.newContext({ ...(baseURL && { baseURL }) })
  const email = `alice-${Date.now()}@example.org`
  const data = { email, password, timezone: 'Europe/Berlin' }
  const registered = await request.post('/api/v1/auth/register', { data, headers })
  expect(registered.ok(), await registered.text()).toBe(true)
  const signedIn = await request.post('/api/v1/auth/login', { data: { email, password }, headers })
  expect(signedIn.ok()).toBe(true)
  today = (await (await request.get('/api/v1/today')).json()).today
  yesterday = new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10)
  cookies = (await request.storageState()).cookies
  await request.dispose()
})

test.beforeEach(async ({ context }) => context.addCookies(cookies))

async function newHabit(page: Page, name: string, more: object = {}): Promise<string> {
  const data = { name, starts_on: yesterday, ...more }
  const answer = await page.request.post('/api/v1/habits', { data, headers })
  expect(answer.ok(), await answer.text()).toBe(true)
  return (await answer.json()).id
}

async function newTask(page: Page, title: string, more: object = {}): Promise<string> {
  const answer = await page.request.post('/api/v1/tasks', { data: { title, ...more }, headers })
  expect(answer.ok(), await answer.text()).toBe(true)
  return (await answer.json()).id
}

const readTask = async (page: Page, id: string) => (await page.request.get(`/api/v1/tasks/${id}`)).json()

const readCheckIns = async (page: Page, id: string) =>
  (await (await page.request.get(`/api/v1/habits/${id}/check-ins`)).json()).data

const said = (date: string, status: string, more: object = {}) => [
  { date, status, amount: null, note: '', ...more },
]

const tomorrow = () => new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10)

const tick = (page: Page, name: string) => page.getByRole('checkbox', { name, exact: true })
const row = (page: Page, name: string) => page.getByRole('listitem').filter({ has: tick(page, name) })

async function choose(page: Page, name: string, item: RegExp) {
  await page.getByRole('button', { name: `More for ${name}` }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

test('one tap ticks, undo takes it back', async ({ page }) => {
  const id = await newHabit(page, 'Stretch')
  await page.goto('/')
  await tick(page, 'Stretch').click()
  await expect(tick(page, 'Stretch')).toBeChecked()
  await expect.poll(() => readCheckIns(page, id)).toEqual(said(today, 'done'))
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(tick(page, 'Stretch')).not.toBeChecked()
  await expect.poll(() => readCheckIns(page, id)).toEqual([])
})

test('a row is skipped by its menu and ticked by its key', async ({ page }) => {
  const id = await newHabit(page, 'Practise the cello')
  await page.goto('/')
  await choose(page, 'Practise the cello', /^Skip/)
  await expect(row(page, 'Practise the cello').getByText('Skipped')).toBeVisible()
  await expect.poll(() => readCheckIns(page, id)).toEqual(said(today, 'skipped'))
  await tick(page, 'Practise the cello').focus()
  await page.keyboard.press('x')
  await expect(tick(page, 'Practise the cello')).toBeChecked()
  await expect.poll(() => readCheckIns(page, id)).toEqual(said(today, 'done'))
})

test('an amount takes a comma, and the quick button adds to it', async ({ page }) => {
  const id = await newHabit(page, 'Drink water', { kind: 'measure', unit: 'l', target: 2 })
  await page.goto('/')
  await choose(page, 'Drink water', /^Amount/)
  await page.getByLabel('Amount in l').fill('1,2')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(row(page, 'Drink water').getByText('1.2 of 2 l')).toBeVisible()
  await page.getByRole('button', { name: 'Drink water: add 0.25 l' }).click()
  await expect.poll(() => readCheckIns(page, id)).toEqual(said(today, 'done', { amount: 1.45 }))
  await expect(tick(page, 'Drink water')).not.toBeChecked()
})

test('a note is kept with the day', async ({ page }) => {
  const id = await newHabit(page, 'Read')
  await page.goto('/')
  await choose(page, 'Read', /^Note/)
  await page.getByLabel('Note').fill('Two chapters')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(row(page, 'Read').getByText('Two chapters')).toBeVisible()
  await expect.poll(() => readCheckIns(page, id)).toEqual(said(today, 'done', { note: 'Two chapters' }))
})

test('yesterday is one step back and takes what was forgotten', async ({ page }) => {
  const id = await newHabit(page, 'Water the plants')
  await page.goto('/')
  await expect(page.getByRole('button', { name: 'Next day' })).toBeDisabled()
  await page.getByRole('button', { name: 'Previous day' }).click()
  await expect(page).toHaveURL(`/?date=${yesterday}`)
  await expect(row(page, 'Water the plants').getByText('Missed')).toBeVisible()
  await tick(page, 'Water the plants').click()
  await expect(tick(page, 'Water the plants')).toBeChecked()
  await expect.poll(() => readCheckIns(page, id)).toEqual(said(yesterday, 'done'))
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Next day' }).click()
  await expect(page).toHaveURL('/')
  await expect(tick(page, 'Water the plants')).not.toBeChecked()
})

test('what a past day did not ask for can be ticked on it', async ({ page }) => {
  const schedule = { kind: 'times_per_period', times: 2, period: 'month' }
  const id = await newHabit(page, 'Swim', { schedule })
  await page.goto(`/?date=${yesterday}`)
  await page.getByRole('button', { name: 'Something else was done' }).click()
  await tick(page, 'Swim').click()
  await expect(tick(page, 'Swim')).toBeChecked()
  await expect.poll(() => readCheckIns(page, id)).toEqual(said(yesterday, 'done'))
})

test('what was ticked offline outlives a reload and reaches the server once', async ({ page, context }) => {
  const id = await newHabit(page, 'Go for a walk')
  await page.goto('/')
  await expect(tick(page, 'Go for a walk')).toBeVisible()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  await expect.poll(() => keptReads(page)).toContain(id)
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'PUT') sent.push(request.url())
  })
  await context.setOffline(true)
  await tick(page, 'Go for a walk').click()
  await expect(row(page, 'Go for a walk').getByText('Waiting')).toBeVisible()
  await page.reload()
  await expect(tick(page, 'Go for a walk')).toBeChecked()
  expect(await readCheckIns(page, id)).toEqual([])
  await context.setOffline(false)
  await expect.poll(() => readCheckIns(page, id)).toEqual(said(today, 'done'))
  await expect(row(page, 'Go for a walk').getByText('Waiting')).toBeHidden()
  expect(sent.filter((url) => url.includes(id))).toHaveLength(1)
})

test('what is overdue comes first, and is put off until tomorrow and back', async ({ page }) => {
  await newHabit(page, 'Sweep the yard')
  const id = await newTask(page, 'Pay the rent', { due: yesterday, priority: 'high' })
  await page.goto('/')
  const first = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('checkbox') })
    .first()
  await expect(first).toContainText('Pay the rent')
  await expect(first).toContainText('due yesterday · high priority')
  await expect(page.getByRole('heading', { name: /^Overdue/ })).toBeVisible()
  await choose(page, 'Pay the rent', /^Tomorrow/)
  await expect(tick(page, 'Pay the rent')).toBeHidden()
  await expect.poll(async () => (await readTask(page, id)).due).toBe(tomorrow())
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(first).toContainText('Pay the rent')
  await expect.poll(async () => (await readTask(page, id)).due).toBe(yesterday)
  await expectAccessible(page)
  await tick(page, 'Pay the rent').focus()
  await page.keyboard.press('m')
  await expect(tick(page, 'Pay the rent')).toBeHidden()
})

test('a task ticked offline reaches the server once, and is opened again by undo', async ({
  page,
  context,
}) => {
  const id = await newTask(page, 'Answer the tax office', { due: today })
  await page.goto('/')
  await expect(tick(page, 'Answer the tax office')).toBeVisible()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  await expect.poll(() => keptReads(page)).toContain(id)
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(request.url())
  })
  await context.setOffline(true)
  await tick(page, 'Answer the tax office').click()
  await expect(row(page, 'Answer the tax office').getByText('Waiting')).toBeVisible()
  await page.reload()
  await expect(tick(page, 'Answer the tax office')).toBeChecked()
  expect((await readTask(page, id)).status).toBe('open')
  await context.setOffline(false)
  await expect.poll(async () => (await readTask(page, id)).status).toBe('done')
  await expect(row(page, 'Answer the tax office').getByText('Waiting')).toBeHidden()
  expect(sent.filter((url) => url.includes(id))).toHaveLength(1)
  expect((await readTask(page, id)).completions_count).toBe(1)
  await choose(page, 'Answer the tax office', /^Open again/)
  await expect(tick(page, 'Answer the tax office')).not.toBeChecked()
  await expect.poll(async () => (await readTask(page, id)).status).toBe('open')
})

test('the quotation of the day names who said it, and stays the same', async ({ page }) => {
  await page.goto('/')
  const quotation = page.getByRole('figure', { name: 'Quotation of the day' })
  await expect(quotation).toBeVisible()
  const { quote } = await (await page.request.get('/api/v1/today')).json()
  await expect(quotation).toContainText(quote.author)
  const words = await quotation.textContent()
  await page.reload()
  await expect(quotation).toBeVisible()
  expect(await quotation.textContent()).toBe(words)
})
