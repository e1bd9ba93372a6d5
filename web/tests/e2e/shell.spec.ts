/** The frame of the app, on the page of primitives, which needs no account: worker, theme, language, keys. */
import { expect, test } from '@playwright/test'
import { expectAccessible, watchPolicy } from './axe'

const PAGE = '/dev/primitives'

test('the app opens offline once its worker is installed', async ({ page, context }) => {
  const refused = watchPolicy(page)
  await page.goto(PAGE)
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(refused).toEqual([])
  await context.setOffline(true)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText('Offline. What you do is kept.').filter({ visible: true })).toBeVisible()
  await expectAccessible(page)
})

test('the chosen theme is there before the app is', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(PAGE)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('dark')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.route('**/assets/*.js', (route) => route.abort())
  await page.goto('/nowhere', { waitUntil: 'commit' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('keys open the cheat sheet, and a page is reached by two in a row with the focus on its heading', async ({
  page,
}) => {
  await page.goto(PAGE)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.keyboard.press('g')
  await page.keyboard.press('m')
  await expect(page).not.toHaveURL(new RegExp(PAGE))
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
})

test('the first stop of the Tab key skips to the page', async ({ page }) => {
  await page.goto(PAGE)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.locator('#main')).toBeFocused()
})

test.describe('in German', () => {
  test.use({ locale: 'de-DE', viewport: { width: 390, height: 844 } })

  test('a page that does not exist says so in the language of the browser', async ({ page }) => {
    await page.goto('/gibt-es-nicht')
    await expect(page.locator('html')).toHaveAttribute('lang', 'de')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Diese Seite gibt es nicht')
    await expectAccessible(page)
  })
})
