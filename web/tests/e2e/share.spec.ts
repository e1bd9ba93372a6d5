/** The page under a shared routine's link: without scripts, in two languages, wide and narrow, light and dark, on paper. */
import { type APIRequestContext, type Browser, expect, type Page, test } from '@playwright/test'
import { expectAccessible, expectTouchable, watchPolicy } from './axe'

/** What a page of the same origin would send. */
const headers = { 'sec-fetch-site': 'same-origin' }

async function send(api: APIRequestContext, method: 'POST' | 'PUT', path: string, data: object = {}) {
  const response = await api.fetch(`/api/v1${path}`, { method, headers, data })
  expect(response.ok(), await response.text()).toBe(true)
  return response.json()
}

interface Shared {
  path: string
  routine: string
}

/** A week with one lesson of each kind: in several scripts, cancelled, beside another, past midnight, to be ticked. */
async function shareWeek(api: APIRequestContext): Promise<Shared> {
  const email = `alice-${Date.now()}-${Math.random().toString(36).slice(2)}@example.org`
  await send(api, 'POST', '/auth/register', {
    email,
    password: 'quiet orchard lantern 9',
    full_name: 'Alice',
  })
  const { id } = await send(api, 'POST', '/routines', { name: 'Class 7b', rotation_weeks: 2 })
  const add = (subject: string, weekday: string, starts: string, fields: object = {}) =>
    send(api, 'POST', `/routines/${id}/sessions`, { subject, weekday, starts, minutes: 75, ...fields })
  const latin = await add('Latin', 'mon', '08:00', { location: 'Room 4', color: '#2f5d7c' })
  await add('Donaudampfschifffahrtsgesellschaftskunde', 'mon', '08:15', { location: 'Main building' })
  await add('اللغة العربية', 'tue', '09:15', { note: 'Bring the dictionary' })
  await add('Homework', 'wed', '14:30', { kind: 'task' })
  await add('Choir', 'thu', '10:30', { week: 2 })
  await add('Night at the observatory', 'sat', '22:00', { minutes: 480 })
  await send(api, 'PUT', `/routines/${id}/sessions/${latin.id}/cancellation`, {
    reason: 'the teacher is ill',
  })
  const { url } = await send(api, 'POST', `/routines/${id}/share`)
  return { path: new URL(url).pathname, routine: id }
}

/** A browser that has never been here. */
async function visit(
  browser: Browser,
  url: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', ...options })
  const page = await context.newPage()
  await page.goto(url)
  return page
}

test('a visitor without scripts reads, pages and changes the language', async ({
  browser,
  request,
  baseURL,
}) => {
  const { path } = await shareWeek(request)
  const page = await visit(browser, `${baseURL}${path}`, { javaScriptEnabled: false })
  await expect(page.getByRole('heading', { level: 1, name: 'Class 7b' })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'Latin' })).toContainText(
    'Cancelled: the teacher is ill',
  )
  await expect(page.getByRole('listitem').filter({ hasText: 'observatory' })).toContainText('the next day')
  await expect(page.getByText('Choir')).toHaveCount(0)

  await page.getByRole('link', { name: 'Next week' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Choir' })).toBeVisible()
  await page.getByRole('link', { name: 'Every week' }).click()
  await expect(page.getByRole('heading', { name: 'Week B' })).toBeVisible()
  await page.getByRole('link', { name: 'Deutsch' }).click()
  await expect(page.getByRole('heading', { name: 'Woche B' })).toBeVisible()
  await page.getByRole('link', { name: 'Diese Woche' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listitem').filter({ hasText: 'Latin' })).toContainText('Entfällt')
  expect(await page.context().cookies()).toEqual([])
})

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [390, 1280])
    test(`everybody can read it: ${colorScheme}, ${width} px`, async ({ browser, request, baseURL }) => {
      const { path } = await shareWeek(request)
      for (const [at, title] of [
        [path, 'Class 7b'],
        [`${path}?week=every`, 'Class 7b'],
        [`${path}x`, 'Nothing is here'],
      ] as const) {
        const page = await visit(browser, 'about:blank', { colorScheme, viewport: { width, height: 800 } })
        const refused = watchPolicy(page)
        await page.goto(`${baseURL}${at}`)
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
        await expectAccessible(page)
        await expectTouchable(page)
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        expect(wider).toBeLessThanOrEqual(0)
        // The one line of the console that is no refusal: the browser's own word on a 404.
        expect(refused.filter((line) => !line.includes('404'))).toEqual([])
        await page.context().close()
      }
    })

test('days stand beside each other to time where there is room, else one after the other', async ({
  browser,
  request,
  baseURL,
}) => {
  const { path } = await shareWeek(request)
  const page = await visit(browser, `${baseURL}${path}`, { javaScriptEnabled: false })
  const box = async (subject: string) => {
    const found = await page.getByRole('listitem').filter({ hasText: subject }).boundingBox()
    if (!found) throw new Error(`${subject} is not shown`)
    return found
  }
  await page.setViewportSize({ width: 1280, height: 800 })
  expect((await box('Homework')).x).toBeGreaterThan((await box('العربية')).x + 100)
  expect((await box('Homework')).y).toBeGreaterThan((await box('العربية')).y + 100)
  // Side by side, the later one lower.
  expect((await box('Donau')).x).toBeGreaterThan((await box('Latin')).x + 50)
  expect((await box('Donau')).y).toBeGreaterThan((await box('Latin')).y)
  await page.setViewportSize({ width: 600, height: 800 })
  expect((await box('Homework')).x).toBe((await box('العربية')).x)
  expect((await box('Donau')).y).toBeGreaterThanOrEqual((await box('Latin')).y + (await box('Latin')).height)
})

test('it prints as one landscape page', async ({ browser, request, baseURL }) => {
  const { path } = await shareWeek(request)
  const page = await visit(browser, `${baseURL}${path}`, { colorScheme: 'dark' })
  const file = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(file.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  const [, wide, high] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(file) ?? []
  expect(Number(wide)).toBeGreaterThan(Number(high))
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('link', { name: 'Next week' })).toBeHidden()
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
    'rgb(255, 255, 255)',
  )
})

test('the app in the same browser leaves the link to the server, also once it is installed', async ({
  page,
  baseURL,
}) => {
  const { path, routine } = await shareWeek(page.request)
  await page.goto('/')
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1, name: 'Class 7b' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Previous week' })).toHaveCount(0)
  await page.request.fetch(`${baseURL}/api/v1/routines/${routine}/share`, { method: 'DELETE', headers })
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'Nothing is here' })).toBeVisible()
})
