/** Freshness: registered by keys, sold and undone, tables, the order of products, a lot recalled, labels, a sale offline. */
import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import { watchPolicy } from './axe'
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
  await expect(sheet.getByLabel('Identifier')).not.toHaveValue('')
  const identifier = await sheet.getByLabel('Identifier').inputValue()
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

test('a delivery is registered by keys: of the same lot, one after the other', async ({ page }) => {
  await signUp(page.request)
  await page.goto('/')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await expect(async () => {
    await page.keyboard.press('b')
    await expect(page.getByRole('dialog', { name: 'New batch' })).toBeVisible({ timeout: 2000 })
  }).toPass()
  const sheet = page.getByRole('dialog', { name: 'New batch' })
  await expect(sheet.getByRole('radio', { name: 'Chicken' })).toBeFocused()
  await page.keyboard.press('p')
  await expect(sheet.getByRole('radio', { name: 'Pork' })).toBeChecked()
  await sheet.getByLabel('Lot').fill('L-7')
  await page.keyboard.press('Shift+Enter')
  await expect(sheet.getByRole('radio', { name: 'Pork' })).toBeFocused()
  await page.keyboard.press('s')
  await page.keyboard.press('Enter')
  await expect(sheet).toBeHidden()
  await expect(page.locator('[data-batch]').filter({ hasText: 'lot L-7' })).toHaveCount(2)
  await expect(page.locator('[data-batch]').filter({ hasText: 'Seafood' })).toHaveCount(1)
})

test('a table is brought in after a look at it, its wrong cells named, and taken back', async ({ page }) => {
  const products = await signUp(page.request)
  await make(page.request, products.get('Beef'), { batch_identifier: 'B-1' })
  const rows = [
    'product;identifier;cut;arrived;lot',
    'Beef;B-1;;;',
    'Lamb;L-1;2026-03-17;18.03.2026;L-7',
    'Beef;B-2;2026-03-19;2026-03-18;',
  ]
  const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
  await page.goto('/freshness/import')
  const input = page.getByLabel('Table to bring in')
  await input.setInputFiles(file('empty.csv', ''))
  await expect(page.getByRole('alert')).toHaveText('This file is empty.')
  await input.setInputFiles(file('photo.csv', 'a,b\n1,2'))
  await expect(page.getByRole('alert')).toContainText('product')
  await input.setInputFiles(file('delivery.csv', rows.join('\n')))
  await expect(page.getByText('Products that are made with it: Lamb')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'Row 4' })).toContainText('Cut or packed on')
  expect(await states(page.request)).toEqual(['B-1 on_shelf'])
  await page.getByRole('button', { name: 'Bring 1 batch in' }).click()
  await expect(page.getByRole('heading', { name: '1 batch came in' })).toBeFocused()
  expect(await states(page.request)).toEqual(['B-1 on_shelf', 'L-1 on_shelf'])
  await page.getByRole('button', { name: 'Take back' }).click()
  await expect(page.getByRole('heading', { name: 'Taken back' })).toBeVisible()
  expect(await states(page.request)).toEqual(['B-1 on_shelf'])
})

test('products are put in order from their menu, and the tiles of a new batch follow', async ({ page }) => {
  await signUp(page.request)
  await page.goto('/freshness/products')
  await page.getByRole('button', { name: 'More about Pork' }).click()
  await page.getByRole('menuitem', { name: 'Move up' }).click()
  const order = async () => {
    const { data } = await (await page.request.get('/api/v1/products')).json()
    return data.map(({ name }: { name: string }) => name)
  }
  await expect.poll(order).toEqual(['Chicken', 'Pork', 'Beef', 'Seafood'])
  await page.goto('/freshness?edit=new')
  await expect(page.getByRole('radio')).toHaveCount(4)
  await expect(page.getByRole('radio').nth(1)).toHaveAccessibleName('Pork')
})

test('a product that is saved twice is sent once', async ({ page }) => {
  await signUp(page.request)
  const sent: string[] = []
  page.on('request', (request) => request.method() === 'PUT' && sent.push(request.url()))
  await page.goto('/freshness/products')
  await page.getByRole('button', { name: 'New product' }).click()
  await page.getByLabel('Name').fill('Goat')
  await page.getByRole('button', { name: 'Save product' }).dblclick()
  await expect(page.getByText('Goat is among your products')).toBeVisible()
  expect(sent).toHaveLength(1)
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

test('a recall that is pressed twice is one, and can be taken back', async ({ page }) => {
  const products = await signUp(page.request)
  await make(page.request, products.get('Beef'), { lot: '4711', batch_identifier: 'B-1' })
  await page.goto('/freshness/recall?lot=4711')
  await page.getByRole('button', { name: 'Recall 1 batch' }).dblclick()
  await expect(page.getByText('1 batch is recalled')).toBeVisible()
  await page.waitForLoadState('networkidle')
  await undo(page)
  await expect.poll(() => states(page.request)).toEqual(['B-1 on_shelf'])
})

test('what is typed stays when the batch is deleted in another tab meanwhile', async ({ page, context }) => {
  const products = await signUp(page.request)
  const { id } = await make(page.request, products.get('Beef'), { batch_identifier: 'B-1' })
  const other = await context.newPage()
  for (const path of [`/freshness?edit=${id}`, `/freshness/${id}`]) {
    await page.goto(path)
    if (!path.includes('edit')) await page.getByRole('button', { name: 'Edit' }).click()
    const sheet = page.getByRole('dialog', { name: 'Edit Beef B-1' })
    await sheet.getByLabel('Lot').fill('L-77')
    await other.goto('/freshness')
    await card(other, 'B-1').getByRole('button', { name: 'More about' }).click()
    const read = page.waitForResponse((answer) => answer.url().includes('/api/v1/batches'))
    await other.getByRole('menuitem', { name: 'Delete' }).click()
    await read
    await sheet.getByRole('button', { name: 'Save batch' }).click()
    await expect(sheet.getByRole('alert')).toHaveText('This batch is not here any more.')
    await expect(sheet.getByLabel('Lot')).toHaveValue('L-77')
    await post(page.request, `/batches/${id}/undelete`, {})
  }
})

test('a batch that is refused is shown as the server has it', async ({ page }) => {
  const products = await signUp(page.request)
  const { id } = await make(page.request, products.get('Beef'), { batch_identifier: 'B-1' })
  await page.goto('/freshness')
  await card(page, 'B-1').waitFor()
  await page.request.delete(`/api/v1/batches/${id}`, { headers })
  await card(page, 'B-1').getByRole('button', { name: 'Sold' }).click()
  await expect(page.getByText('1 change was refused').first()).toBeVisible()
  await expect(card(page, 'B-1')).toBeHidden()
  await expect(page.getByText('Nothing is on the shelf').first()).toBeVisible()
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
