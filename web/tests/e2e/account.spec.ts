/** Accounts: coming in, what is refused, settings that hold, devices, and going out with something unsent. */
import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import { expectAccessible, expectTouchable, watchPolicy } from './axe'

/** What a page of Almanac itself would send. */
const headers = { 'sec-fetch-site': 'same-origin' }
const password = 'a quiet harbour at dusk'

let number = 0
const newAddress = () => `alice-${Date.now()}-${number++}@example.org`

async function register(request: APIRequestContext): Promise<string> {
  const email = newAddress()
  const data = { email, password, timezone: 'Europe/Berlin' }
  const answer = await request.post('/api/v1/auth/register', { data, headers })
  expect(answer.ok(), await answer.text()).toBe(true)
  return email
}

async function signIn(page: Page, email: string, typed = password) {
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(typed)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

test('a visitor learns what Almanac is and finds both ways in', async ({ page }) => {
  const complaints = watchPolicy(page)
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('comes round again')
  await expect(page.getByRole('figure', { name: 'An example of a day' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Create an account' })).toBeVisible()
  await expectAccessible(page)
  await expectTouchable(page)
  await page.getByRole('link', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in')
  await expectAccessible(page)
  for (const path of ['/login', '/signup']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.waitForLoadState('networkidle')
  }
  expect(complaints).toEqual([])
})

test('a refused sign-up says at the field what is wrong, and keeps what was typed', async ({
  page,
  playwright,
  baseURL,
}) => {
  const other = await playwright.request.newContext({ ...(baseURL && { baseURL }) })
  const taken = await register(other)
  await other.dispose()
  await page.goto('/signup')
  await page.getByLabel('E-mail address').fill(taken)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Create the account' }).click()
  await expect(page.getByText('There is an account with this address already.')).toBeVisible()
  await expect(page.getByLabel('E-mail address')).toBeFocused()
  await page.getByLabel('E-mail address').fill(newAddress())
  await page.getByLabel('Password', { exact: true }).fill('password1')
  await page.getByRole('button', { name: 'Create the account' }).click()
  await expect(page.getByText('one of the most common passwords')).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Create the account' }).click()
  await expect(page).toHaveURL('/')
})

test('a page that needs an account comes back after signing in, and nothing leads elsewhere', async ({
  page,
  context,
}) => {
  const email = await register(page.request)
  await context.clearCookies()
  await page.goto('/settings')
  await expect(page).toHaveURL(/\/login\?next=/)
  await signIn(page, email, 'not this one')
  await expect(page.getByRole('alert')).toContainText('The address or the password is not right.')
  await signIn(page, email)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings')
  await context.clearCookies()
  await page.goto('/login?next=//evil.example/')
  await signIn(page, email)
  await expect(page).toHaveURL('/')
})

test('settings hold at once and can be taken back', async ({ page }) => {
  await register(page.request)
  await page.goto('/settings')
  await page.getByLabel('A new day begins at').selectOption('240')
  await expect(page.getByText('Saved')).toBeVisible()
  const me = async () => (await page.request.get('/api/v1/users/me')).json()
  await expect.poll(async () => (await me()).day_start).toBe(240)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByLabel('A new day begins at')).toHaveValue('0')
  await expect.poll(async () => (await me()).day_start).toBe(0)
  await page.getByLabel('Time zone', { exact: true }).click()
  await page.getByPlaceholder('Search a city or region').fill('kathm')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await me()).timezone).toBe('Asia/Kathmandu')
  await page.getByRole('radio', { name: 'Deutsch' }).check()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Einstellungen')
  await expectAccessible(page)
})

test('another device is signed out from here', async ({ page, playwright, baseURL }) => {
  const email = await register(page.request)
  const other = await playwright.request.newContext({ ...(baseURL && { baseURL }) })
  await other.post('/api/v1/auth/login', { data: { email, password }, headers })
  expect((await other.get('/api/v1/users/me')).status()).toBe(200)
  await page.goto('/settings')
  await page.getByRole('button', { name: 'Sign out everywhere else' }).click()
  await expect(page.getByText('All other devices signed out')).toBeVisible()
  expect((await other.get('/api/v1/users/me')).status()).toBe(401)
  await other.dispose()
})

test('a session that ends elsewhere asks to sign in over the page, where the typed text stays', async ({
  page,
  context,
}) => {
  const email = await register(page.request)
  await page.goto('/settings')
  await page.getByLabel('Name').fill('Alice')
  await context.clearCookies()
  await page.getByLabel('Name').press('Enter')
  const dialog = page.getByRole('dialog', { name: 'You are signed out' })
  await expect(dialog.getByLabel('E-mail address')).toHaveValue(email)
  await expectAccessible(page)
  await dialog.getByLabel('Password', { exact: true }).fill(password)
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByLabel('Name')).toHaveValue('Alice')
})

test('signing out tells first what would be lost, and leaves nothing behind', async ({ page, context }) => {
  const email = await register(page.request)
  const habit = { name: 'Go for a walk' }
  expect((await page.request.post('/api/v1/habits', { data: habit, headers })).ok()).toBe(true)
  await page.goto('/')
  const walk = page.getByRole('checkbox', { name: habit.name })
  await expect(walk).toBeVisible()
  await context.route('**/check-ins/**', (route) => route.abort())
  await walk.click()
  await expect(walk).toBeChecked()
  await page.goto('/more')
  await page.getByRole('button', { name: 'Sign out' }).click()
  const dialog = page.getByRole('dialog', { name: 'Sign out' })
  await expect(dialog).toContainText('1 change on this device has not reached the server.')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Stay signed in' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await dialog.getByRole('button', { name: 'Sign out anyway' }).click()
  await expect(page.getByRole('link', { name: 'Create an account' })).toBeVisible()
  await expect(page.getByText(habit.name)).toBeHidden()
  await page.goto('/login')
  await signIn(page, email)
  await expect(walk).not.toBeChecked()
})
