/** The page that a label's code leads to: without scripts, in one request, in any language, light and dark, on paper. */
import { type APIRequestContext, type Browser, expect, type Page, test } from '@playwright/test'
import { expectAccessible, watchPolicy } from './axe'

const headers = { 'sec-fetch-site': 'same-origin' }
const DAY_MS = 86_400_000

async function send(api: APIRequestContext, method: 'PATCH' | 'POST', path: string, data: object = {}) {
  const response = await api.fetch(`/api/v1${path}`, { method, headers, data })
  expect(response.ok(), await response.text()).toBe(true)
  return response.json()
}

const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10)

interface Batch {
  id: string
  code: string
}

/** A shop with a batch in each status; gives them by the word on their page. */
async function openShop(api: APIRequestContext): Promise<Record<string, Batch>> {
  const email = `alice-${Date.now()}-${Math.random().toString(36).slice(2)}@example.org`
  await send(api, 'POST', '/auth/register', { email, password: 'quiet orchard lantern 9', timezone: 'UTC' })
  await send(api, 'PATCH', '/shop', { name: 'Market Hall', contact: 'Tel. 030 1234\nmarket.example' })
  const products = await (await api.get('/api/v1/products')).json()
  const add = (ago: number): Promise<Batch> =>
    send(api, 'POST', '/batches', { product_id: products.data[0].id, arrival_date: daysAgo(ago), lot: 'L7' })
  const [fresh, caution, expired, recalled, later] = [
    await add(1),
    await add(3),
    await add(9),
    await add(1),
    await add(-3),
  ]
  await send(api, 'POST', `/batches/${recalled.id}/recalled`, { reason: 'The cold chain was broken' })
  return { Fresh: fresh, Caution: caution, Expired: expired, Recalled: recalled, 'Not yet': later }
}

/** A phone that has never been here and runs nothing. */
async function scan(
  browser: Browser,
  url: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', javaScriptEnabled: false, ...options })
  const page = await context.newPage()
  await page.goto(url)
  return page
}

test('a scan tells how fresh it is, in one request and without scripts', async ({
  browser,
  request,
  baseURL,
}) => {
  const batches = await openShop(request)
  for (const [word, { code }] of Object.entries(batches)) {
    const context = await browser.newContext({ locale: 'en-GB', javaScriptEnabled: false })
    const page = await context.newPage()
    const asked: string[] = []
    page.on('request', (each) => asked.push(each.url()))
    const response = await page.goto(`${baseURL}/b/${code}`)
    expect((await response?.body())?.length).toBeLessThanOrEqual(15_000)
    expect(asked).toHaveLength(1)
    await expect(page.getByRole('heading', { name: word, exact: true })).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Chicken')
    await expect(page.getByText('Tel. 030 1234')).toBeVisible()
    await context.close()
  }
  const page = await scan(browser, `${baseURL}/b/${batches.Recalled?.code}`)
  await expect(page.getByText('The cold chain was broken')).toBeVisible()
  await page.getByRole('link', { name: 'Deutsch' }).click()
  await expect(page.getByRole('heading', { name: 'Zurückgerufen' })).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 1280]) {
    for (const locale of ['en-GB', 'ar']) {
      test(`it is for everybody: ${colorScheme}, ${width} px, ${locale}`, async ({
        browser,
        request,
        baseURL,
      }) => {
        const batches = await openShop(request)
        for (const { code } of Object.values(batches)) {
          const page = await scan(browser, `${baseURL}/b/${code}`, {
            colorScheme,
            locale,
            viewport: { width, height: 844 },
            javaScriptEnabled: true,
          })
          const broken = watchPolicy(page)
          await page.reload()
          await expect(page.locator('html')).toHaveAttribute('dir', locale === 'ar' ? 'rtl' : 'ltr')
          await expectAccessible(page)
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          )
          expect(overflow).toBeLessThanOrEqual(0)
          expect(broken).toEqual([])
          await page.context().close()
        }
      })
    }
  }
}

test('on paper the status is dark words in a frame', async ({ browser, request, baseURL }) => {
  const { Fresh } = await openShop(request)
  const page = await scan(browser, `${baseURL}/b/${Fresh?.code}`, { colorScheme: 'dark' })
  await page.emulateMedia({ media: 'print' })
  const word = page.getByRole('heading', { name: 'Fresh', exact: true })
  await expect(word).toHaveCSS('color', 'rgb(0, 0, 0)')
  await expect(page.getByRole('navigation')).toBeHidden()
})

test('a code that leads nowhere says so', async ({ browser, baseURL }) => {
  const page = await scan(browser, `${baseURL}/b/0000-0000-0000`)
  await expect(page.getByRole('heading', { name: 'Nothing is here' })).toBeVisible()
})
