/** The timetable when things are otherwise: a wrong address, no network, another window, keys and ears alone. */
import { type APIRequestContext, expect, type Locator, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe'
import { keptReads } from './kept-reads'

/** What a page of the same origin would send. */
const headers = { 'sec-fetch-site': 'same-origin' }

async function post(api: APIRequestContext, path: string, data: object) {
  const response = await api.post(`/api/v1${path}`, { headers, data })
  expect(response.ok(), await response.text()).toBe(true)
  return response.json()
}

async function signUp(api: APIRequestContext): Promise<void> {
  const email = `alice-${Date.now()}-${Math.random().toString(36).slice(2)}@example.org`
  await post(api, '/auth/register', { email, password: 'quiet orchard lantern 9' })
}

const routine = async (api: APIRequestContext, name: string, more: object = {}): Promise<string> =>
  (await post(api, '/routines', { name, ...more })).id

const make = (api: APIRequestContext, id: string, subject: string, more: object = {}) =>
  post(api, `/routines/${id}/sessions`, { subject, weekday: 'mon', starts: '09:15', minutes: 75, ...more })

/** "mon 09:15 Latin", as the server has them. */
const stored = async (api: APIRequestContext, id: string): Promise<string[]> => {
  const { sessions } = await (await api.get(`/api/v1/routines/${id}`)).json()
  return sessions
    .map((each: Record<string, string>) => `${each.weekday} ${each.starts} ${each.subject}`)
    .sort()
}

const block = (page: Page, subject: string) => page.getByRole('button', { name: new RegExp(`^${subject},`) })

async function choose(page: Page, menu: string, item: string): Promise<Locator> {
  const button = page.getByRole('button', { name: menu, exact: true })
  await button.click()
  await page.getByRole('menuitem', { name: item }).click()
  return button
}

test('an address that leads nowhere says so, and leads on', async ({ page }) => {
  await signUp(page.request)
  const term = await routine(page.request, 'Term')
  const gone = await routine(page.request, 'Gone')
  await page.request.delete(`/api/v1/routines/${gone}`, { headers })
  for (const address of ['nonsense', gone, `${gone}/settings`]) {
    await page.goto(`/timetable/${address}`)
    await expect(page.getByText('No such timetable')).toBeVisible()
    await expect(page.getByRole('link', { name: 'New timetable' })).toBeVisible()
  }
  await expectAccessible(page)
  await page.getByRole('main').getByRole('link', { name: 'Term' }).click()
  await expect(page).toHaveURL(`/timetable/${term}`)
  await page.goto(`/timetable/${term}?date=9999-12-31`)
  await expect(page.getByText('No such week')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('main').getByRole('button', { name: 'This week' }).last().click()
  await expect(page).toHaveURL(`/timetable/${term}`)
  await expect(page.getByRole('region', { name: 'Term' })).toBeVisible()
})

test('the focus goes into what a menu opens, back to its button, and to a link that was made', async ({
  page,
}) => {
  await signUp(page.request)
  await page.goto(`/timetable/${await routine(page.request, 'Term')}`)
  // The first time it is loaded, the second time it is there at once.
  for (let time = 0; time < 2; time++) {
    const button = await choose(page, 'More about Term', 'Print…')
    await expect(page.getByRole('dialog').locator(':focus')).toHaveCount(1)
    await page.keyboard.press('Escape')
    await expect(button).toBeFocused()
  }
  await choose(page, 'More about Term', 'Share by a link…')
  await page.getByRole('button', { name: 'Make a link' }).click()
  await expect(page.getByLabel('The link')).toBeFocused()
  await page.getByRole('button', { name: 'Take the link back' }).click()
  await expect(page.getByRole('button', { name: 'Make a new link' })).toBeFocused()
  await page.keyboard.press('Escape')
  await choose(page, 'More about Term', 'Settings')
  await expect(page.getByRole('heading', { level: 1, name: 'Settings of the timetable' })).toBeFocused()
})

test('what is done is told once: by its message, and not by what is on its way', async ({ page }) => {
  await signUp(page.request)
  const id = await routine(page.request, 'Term')
  await make(page.request, id, 'Latin')
  await page.goto(`/timetable/${id}?view=pattern`)
  await block(page, 'Latin').focus()
  await page.keyboard.press('Space')
  await expect(page.locator('.timetable p[aria-live]')).toContainText('Latin picked up')
  await page.keyboard.press('ArrowRight')
  await page.evaluate(() => {
    const told: string[] = []
    Object.assign(window, { told })
    const live = (node: Node) =>
      (node instanceof Element ? node : node.parentElement)?.closest(
        '[aria-live], [role=status], [role=alert]',
      )
    const note = (node: Node) => {
      const text = live(node) ? (node.textContent ?? '').trim() : ''
      if (text) told.push(text)
    }
    const texts = ({ type, target, addedNodes }: MutationRecord) =>
      type === 'characterData' ? [target] : [...addedNodes]
    new MutationObserver((records) => {
      for (const node of records.flatMap(texts)) note(node)
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
  await page.keyboard.press('Enter')
  await expect.poll(() => stored(page.request, id)).toEqual(['tue 09:15 Latin'])
  await expect(page.getByText('Latin: Tuesday, 9:15 to 10:30')).toBeVisible()
  const told = () => page.evaluate(() => (window as unknown as { told: string[] }).told)
  await expect.poll(async () => (await told()).filter((text) => text.includes('Latin'))).toHaveLength(1)
  expect((await told()).filter((text) => /waits? to be sent/.test(text))).toEqual([])
})

test('what was taken back by keys is done again by keys', async ({ page }) => {
  await signUp(page.request)
  const id = await routine(page.request, 'Term')
  await make(page.request, id, 'Latin')
  const isStored = (...sessions: string[]) =>
    expect.poll(() => stored(page.request, id)).toEqual(sessions.sort())
  await page.goto(`/timetable/${id}?view=pattern`)
  await block(page, 'Latin').press('Delete')
  await isStored()
  await page.keyboard.press('Control+z')
  await isStored('mon 09:15 Latin')
  const message = page.getByRole('listitem').filter({ hasText: 'Taken back: Latin was deleted' })
  await expect(message).toBeVisible()
  await expect(message.getByRole('button')).toHaveCount(0)
  await page.keyboard.press('Control+Shift+z')
  await isStored()
  await page.keyboard.press('Control+z')
  await isStored('mon 09:15 Latin')
  await page.getByRole('button', { name: 'Monday', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Copy to Thursday' }).click()
  await isStored('mon 09:15 Latin', 'thu 09:15 Latin')
  await page.keyboard.press('Control+z')
  await isStored('mon 09:15 Latin')
  await page.keyboard.press('Control+y')
  await isStored('mon 09:15 Latin', 'thu 09:15 Latin')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog').getByText('On a session of the timetable')).toBeVisible()
})

test('offline a timetable is made, opened, filled and copied, and all of it is sent', async ({
  page,
  context,
}) => {
  await signUp(page.request)
  await page.goto('/timetable/new')
  await page.getByRole('button', { name: 'Make the timetable' }).waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  await expect.poll(() => keptReads(page)).toContain('example.org')
  await context.setOffline(true)
  await page.getByLabel('Name', { exact: true }).fill('Term')
  await page.getByRole('button', { name: 'Make the timetable' }).click()
  await expect(page.getByText('Its dates come once it has been sent')).toBeVisible()
  await page.keyboard.press('c')
  await page.getByLabel('Subject').fill('Latin')
  await page.keyboard.press('Enter')
  await expect(block(page, 'Latin')).toHaveAccessibleName(/Monday.*waiting to be sent/)
  await page.getByRole('button', { name: 'Monday', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Copy to Thursday' }).click()
  await expect(block(page, 'Latin')).toHaveCount(2)
  await page.reload()
  await expect(block(page, 'Latin')).toHaveCount(2)
  await context.setOffline(false)
  const id = /timetable\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
  await expect.poll(async () => (await page.request.get(`/api/v1/routines/${id}`)).status()).toBe(200)
  await expect.poll(() => stored(page.request, id)).toEqual(['mon 08:00 Latin', 'thu 08:00 Latin'])
  await expect(page.getByLabel('Dates')).toBeVisible()
  await expect(page.getByText(/refused/)).toHaveCount(0)
})

test('another window shows what this one writes', async ({ page, context }) => {
  await signUp(page.request)
  const id = await routine(page.request, 'Term')
  await make(page.request, id, 'Latin')
  const other = await context.newPage()
  for (const each of [page, other]) {
    await each.goto(`/timetable/${id}?view=pattern`)
    await block(each, 'Latin').waitFor()
  }
  await block(page, 'Latin').press('d')
  await expect.poll(() => stored(page.request, id)).toHaveLength(2)
  await expect(block(other, 'Latin')).toHaveCount(2)
  await expect(other.locator('[data-waiting]')).toHaveCount(0)
  await block(other, 'Latin').first().press('Delete')
  await expect(block(page, 'Latin')).toHaveCount(1)
})

test('what the server refuses goes back, says why, and can be tried again or given up', async ({ page }) => {
  await signUp(page.request)
  const id = await routine(page.request, 'Term')
  const { id: gone } = await make(page.request, id, 'Latin')
  await make(page.request, id, 'Greek', { weekday: 'wed' })
  await page.goto(`/timetable/${id}?view=pattern`)
  await block(page, 'Latin').waitFor()
  // On another device.
  await page.request.delete(`/api/v1/routines/${id}/sessions/${gone}`, { headers })
  await block(page, 'Latin').press('x')
  const message = page.getByRole('listitem').filter({ hasText: 'Refused: Latin is cancelled' })
  await expect(message).toContainText('This session is not here any more.')
  await expect(block(page, 'Latin')).toHaveCount(0)
  await message.getByRole('button', { name: 'Look at it' }).click()
  const sheet = page.getByRole('dialog', { name: 'Changes on this device' })
  await expect(sheet).toContainText('This session is not here any more.')
  await page.request.post(`/api/v1/routines/${id}/sessions/${gone}/restore`, { headers })
  await sheet.getByRole('button', { name: 'Try again' }).click()
  await expect(sheet.getByText('Everything has been sent.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(block(page, 'Latin')).toContainText('cancelled')
})

test('opened, a long day shows its first session or the hour it is, and then stays where it is put', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 600 })
  await signUp(page.request)
  const id = await routine(page.request, 'Night', { day_starts: '00:00', day_ends: '00:00', hidden_days: [] })
  await make(page.request, id, 'Latin', { starts: '19:00' })
  await page.goto(`/timetable/${id}?view=pattern`)
  await expect(block(page, 'Latin')).toBeInViewport()
  await page.evaluate(() => scrollTo({ top: 0 }))
  await page.getByText('Dates', { exact: true }).click()
  await expect(page.locator('.timetable-now')).toHaveCount(1)
  expect(await page.evaluate(() => scrollY)).toBe(0)
  await page.reload()
  await expect(page.locator('.timetable-now')).toBeInViewport()
})

test('where the system chooses the colours, breaks, today and what is cancelled are still told apart', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await signUp(page.request)
  const id = await routine(page.request, 'Term', { hidden_days: [] })
  const { id: session } = await make(page.request, id, 'Latin')
  await page.request.put(`/api/v1/routines/${id}/sessions/${session}/cancellation`, {
    headers,
    data: { reason: 'Ill' },
  })
  await page.goto(`/timetable/${id}`)
  await block(page, 'Latin').waitFor()
  const look = (selector: string, property: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element, name) => getComputedStyle(element)[name as 'color'], property)
  expect(await look('.timetable-bands b', 'backgroundImage')).toContain('repeating-linear-gradient')
  expect(await look('.timetable-today', 'outlineStyle')).toBe('solid')
  expect(await look('.timetable-face', 'borderTopStyle')).toBe('dashed')
  expect(await look('.timetable-face strong', 'textDecorationLine')).toBe('line-through')
})

test('a table says in the words of the person which cell is wrong', async ({ page }) => {
  await signUp(page.request)
  await routine(page.request, 'Term')
  await page.request.patch('/api/v1/users/me', { headers, data: { locale: 'de' } })
  await page.goto('/import')
  const rows = 'subject,weekday,starts,ends\nLatein,Montag,25:00,10:00\nKunst,Blumentag,9:00,10:00\n'
  await page.locator('input[type=file]').setInputFiles({
    name: 'Woche.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(rows),
  })
  await expect(page.getByText('Der Beginn muss eine Uhrzeit sein, etwa 9:00')).toBeVisible()
  await expect(page.getByText('Der Wochentag muss einer sein, etwa Montag oder Mo')).toBeVisible()
})
