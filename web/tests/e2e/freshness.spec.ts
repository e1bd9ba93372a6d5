/** Freshness: registered at the counter by keys, sold and undone, a lot recalled, labels, a sale without a network. */
import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import { expectAccessible, expectTouchable, watchPolicy } from './axe'
import { keptReads } from './kept-reads'

/** What a page of the same origin would send. */
const headers = { 'sec-fetch-site': 'same-origin' }

async function post(api: APIRequestContext, path: string, data: object) {
  const response = await api.post(`/api/v1${path}`, { headers, data })
  expect(response.ok(), await response.text()).toBe(true)
  return response.json()
}

/** A person with their four products; answers the product of each name. */
async function signUp(api: APIRequestContext): Promise<Map<string, string>> {
  const email = `alice-${Date.now()}-${Math.random().toString(36).slice(2)}@example.org`
  await post(api, '/auth/register', { email, password: 'quiet orchard lantern 9' })
  const { data } = await (await api.get('/api/v1/products')).json()
  return new Map(data.map(({ name, id }: { name: string; id: string }) => [name, id]))
}

interface Batch {
  id: string
  batch_identifier: string
  state: string
}

const make = (api: APIRequestContext, product: string | undefined, more: object = {}): Promise<Batch> =>
  post(api, '/batches', { product_id: product, ...more })

const states = async (api: APIRequestContext): Promise<string[]> => {
  const { data } = await (await api.get('/api/v1/batches?sort=batch_identifier')).json()
  return data.map((batch: Batch) => `${batch.batch_identifier} ${batch.state}`)
}

const card = (page: Page, identifier: string) => page.locator('[data-batch]').filter({ hasText: identifier })
const undo = (page: Page) => page.getByRole('button', { name: 'Undo' }).click()

test('a batch is registered by keys, sold by a key and taken back', async ({ page }) => {
  const refused = watchPolicy(page)
  await signUp(page.request)
  await page.goto('/freshness')
  await page.getByText('Nothing is on the shelf').first().waitFor()
  await page.keyboard.press('n')
  const sheet = page.getByRole('dialog', { name: 'New batch' })
  await expect(sheet.getByRole('radio', { name: 'Chicken' })).toBeFocused()
  const identifier = await sheet.getByLabel('Identifier').inputValue()
  expect(identifier).not.toBe('')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(card(page, identifier)).toContainText(/Beef.*Fresh.*arrived today/s)
  await expect.poll(() => states(page.request)).toEqual([`${identifier} on_shelf`])
  await page.keyboard.press('j')
  await page.keyboard.press('s')
  await expect(card(page, identifier)).toBeHidden()
  await expect.poll(() => states(page.request)).toEqual([`${identifier} sold`])
  await undo(page)
  await expect(card(page, identifier)).toBeVisible()
  await expect.poll(() => states(page.request)).toEqual([`${identifier} on_shelf`])
  expect(refused).toEqual([])
})

test('all goods of a lot are recalled after being shown, sold ones too, and taken back', async ({ page }) => {
  const products = await signUp(page.request)
  const beef = products.get('Beef')
  const sold = await make(page.request, beef, { lot: 'L-7', batch_identifier: 'B-1' })
  await make(page.request, beef, { lot: 'l-7', batch_identifier: 'B-2' })
  await make(page.request, beef, { lot: 'L-8', batch_identifier: 'B-3' })
  await post(page.request, `/batches/${sold.id}/sold`, {})
  await page.goto('/freshness/recall')
  await page.getByLabel('Lot').fill('L-7')
  await page.getByRole('button', { name: 'Show what is meant' }).click()
  await expect(page.getByRole('row')).toHaveCount(3)
  await page.getByLabel('Reason').fill('Salmonella')
  await page.getByRole('button', { name: 'Recall 2 batches' }).click()
  await expect(page.getByText('2 batches are recalled')).toBeVisible()
  expect(await states(page.request)).toEqual(['B-1 recalled', 'B-2 recalled', 'B-3 on_shelf'])
  await undo(page)
  await expect(page.getByRole('button', { name: 'Recall 2 batches' })).toBeVisible()
  expect(await states(page.request)).toEqual(['B-1 sold', 'B-2 on_shelf', 'B-3 on_shelf'])
})

test('labels ask where phones reach the almanac before the first one is printed', async ({ page }) => {
  const products = await signUp(page.request)
  const { id } = await make(page.request, products.get('Pork'), { batch_identifier: 'B-9' })
  await page.goto(`/freshness/labels?ids=${id}`)
  const print = page.getByRole('button', { name: 'Print 1 label, 1 sheet' })
  await expect(page.getByText('Where do phones reach this almanac?')).toBeVisible()
  await expect(print).toBeDisabled()
  await page.getByLabel('Public address').fill('http://localhost:8000')
  await page.getByRole('button', { name: 'Save address' }).click()
  await expect(page.getByLabel('Public address')).toHaveAttribute('aria-invalid', 'true')
  await page.getByLabel('Public address').fill('http://192.168.1.20:8000')
  await page.getByRole('button', { name: 'Save address' }).click()
  await expect(page.getByText('Where do phones reach this almanac?')).toBeHidden()
  await page.getByRole('radio', { name: '4', exact: true }).check()
  const [download] = await Promise.all([page.waitForEvent('download'), print.click()])
  expect(download.suggestedFilename()).toBe('labels-L7160.pdf')
  // The next print begins on the next free label.
  await expect(page.getByRole('radio', { name: '5', exact: true })).toBeChecked()
})

test('a sale without a network outlives a reload and reaches the server', async ({ page, context }) => {
  const products = await signUp(page.request)
  const { id } = await make(page.request, products.get('Chicken'), { batch_identifier: 'B-5' })
  await page.goto('/freshness')
  await card(page, 'B-5').waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  await expect.poll(() => keptReads(page)).toContain(id)
  await context.setOffline(true)
  await card(page, 'B-5').getByRole('button', { name: 'Sold' }).click()
  await expect(card(page, 'B-5')).toBeHidden()
  await page.reload()
  await page.getByRole('button', { name: 'New batch' }).waitFor()
  await expect(card(page, 'B-5')).toBeHidden()
  expect(await states(page.request)).toEqual(['B-5 on_shelf'])
  await context.setOffline(false)
  await expect.poll(() => states(page.request)).toEqual(['B-5 sold'])
})

test('the batches are accessible, wide and light, narrow and dark', async ({ page }) => {
  const products = await signUp(page.request)
  await make(page.request, products.get('Seafood'), { lot: 'L-1', batch_identifier: 'B-6' })
  for (const [colorScheme, width] of [
    ['light', 1280],
    ['dark', 390],
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height: 844 })
    await page.goto('/freshness')
    await card(page, 'B-6').waitFor()
    await expectAccessible(page)
    await expectTouchable(page)
    await page.keyboard.press('n')
    await page.getByRole('dialog', { name: 'New batch' }).getByLabel('Identifier').waitFor()
    await expectAccessible(page)
  }
})
