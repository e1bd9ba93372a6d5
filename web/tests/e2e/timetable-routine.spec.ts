/** A timetable around its grid: made, filled by the panel, cancelled, printed, shared, subscribed to, brought in. */
import { readFile } from 'node:fs/promises'
import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import { expectAccessible, expectTouchable, watchPolicy } from './axe'

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

const routine = (api: APIRequestContext, name: string, more: object = {}): Promise<{ id: string }> =>
  post(api, '/routines', { name, ...more })

const session = (api: APIRequestContext, id: string, subject: string, more: object = {}) =>
  post(api, `/routines/${id}/sessions`, { subject, weekday: 'tue', starts: '10:00', minutes: 60, ...more })

const read = async (api: APIRequestContext, id: string) => (await api.get(`/api/v1/routines/${id}`)).json()

const idOf = (page: Page) => /timetable\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''

async function choose(page: Page, name: string, item: string) {
  await page.getByRole('button', { name: `More about ${name}` }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

test('a timetable is made from a template, filled by the panel, and says what its sessions meet', async ({
  page,
}) => {
  const refused = watchPolicy(page)
  await signUp(page.request)
  await page.goto('/timetable')
  await page.getByRole('link', { name: 'Make a timetable' }).click()
  await page.getByText('School', { exact: true }).click()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('School week')
  await page.getByLabel('Name', { exact: true }).fill('Class 7b')
  await page.getByLabel('It ends').fill('07:00')
  await page.getByRole('button', { name: 'Make the timetable' }).click()
  await expect(page.getByText('The day ends before it begins')).toBeVisible()
  await page.getByLabel('It ends').fill('15:00')
  await page.getByRole('button', { name: 'Remove break 2' }).click()
  await page.getByLabel('Rotation').selectOption('2 weeks: A, B')
  await page.getByRole('button', { name: 'Make the timetable' }).click()
  await expect(page).toHaveURL(/\/timetable\/[0-9a-f-]{36}\?view=pattern/)
  expect(await read(page.request, idOf(page))).toMatchObject({
    name: 'Class 7b',
    day_ends: '15:00',
    session_minutes: 45,
    rotation_weeks: 2,
    breaks: [{ starts: '09:30', minutes: 20 }],
  })

  const add = async (fill: (panel: ReturnType<Page['getByRole']>) => Promise<void>) => {
    await page.getByRole('button', { name: 'New session' }).click()
    await page.getByRole('button', { name: 'More', exact: true }).click()
    const panel = page.getByRole('dialog', { name: 'New session' })
    await fill(panel)
    await panel.getByRole('button', { name: 'Save session' }).click()
    await expect(panel).toBeHidden()
  }
  await add(async (panel) => {
    await panel.getByRole('button', { name: 'Save session' }).click()
    await expect(panel.getByText('Say what it is')).toBeVisible()
    await panel.getByLabel('Subject').fill('Physics')
    await panel.getByLabel('Weekday').selectOption('Tuesday')
    await panel.getByLabel('In', { exact: true }).selectOption('Every week')
    await panel.getByLabel('From', { exact: true }).fill('09:00')
    await expect(panel.getByLabel('To', { exact: true })).toHaveValue('09:45')
    await panel.getByLabel('To', { exact: true }).fill('10:00')
    await expect(panel.getByLabel('Minutes')).toHaveValue('60')
    await panel.getByLabel('Place').fill('Room 12')
    await panel.getByLabel('Plum').check()
  })
  await expect(page.getByText('Physics was added · Meets the break 9:30–9:50')).toBeVisible()
  await add(async (panel) => {
    await panel.getByLabel('Subject').fill('physics')
    // What was used before brings its place and colour along.
    await expect(panel.getByLabel('Place')).toHaveValue('Room 12')
    await expect(panel.getByLabel('Plum')).toBeChecked()
    await panel.getByLabel('Weekday').selectOption('Tuesday')
    await panel.getByLabel('From', { exact: true }).fill('09:15')
  })
  await expect(page.getByText(/Overlaps Physics, Tuesday 9:00/)).toBeVisible()
  expect((await read(page.request, idOf(page))).sessions).toHaveLength(2)
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect.poll(async () => (await read(page.request, idOf(page))).sessions.length).toBe(1)
  expect(refused).toEqual([])
})

test('a session is changed, cancelled with a reason and restored in its panel, and deleted with a way back', async ({
  page,
}) => {
  await signUp(page.request)
  const { id } = await routine(page.request, 'Term')
  const made = await session(page.request, id, 'Chemistry')
  const open = () => page.goto(`/timetable/${id}?view=pattern&session=${made.id}`)
  const panel = page.getByRole('dialog', { name: /Chemistry/ })
  const stored = async () => (await read(page.request, id)).sessions[0]
  await open()
  await panel.getByLabel('Note').fill('Bring goggles')
  await panel.getByRole('button', { name: 'Save changes' }).click()
  await expect.poll(async () => (await stored()).note).toBe('Bring goggles')

  await open()
  await panel.getByRole('button', { name: 'Cancel dates' }).click()
  const dialog = page.getByRole('dialog', { name: 'Cancel Chemistry' })
  const right = await dialog.getByLabel('On', { exact: true }).inputValue()
  await dialog.getByLabel('On', { exact: true }).fill('2031-01-01')
  await dialog.getByLabel('Reason').fill('Lecturer is ill')
  await dialog.getByRole('button', { name: 'Cancel it' }).click()
  await expect(dialog.getByText('The session is not on this day')).toBeVisible()
  await expect(dialog.getByLabel('Reason')).toHaveValue('Lecturer is ill')
  await dialog.getByLabel('On', { exact: true }).fill(right)
  await dialog.getByRole('button', { name: 'Cancel it' }).click()
  await expect(dialog).toBeHidden()
  await expect
    .poll(async () => (await stored()).cancellations)
    .toEqual([{ scope: 'date', first_on: right, last_on: right, reason: 'Lecturer is ill' }])

  await open()
  const listed = panel.getByRole('region', { name: 'Cancelled and moved' })
  await expect(listed).toContainText('Lecturer is ill')
  await listed.getByRole('button', { name: /^Restore/ }).click()
  await expect.poll(async () => (await stored()).cancellations).toEqual([])
  await panel.getByRole('button', { name: 'Move a date' }).click()
  const moving = page.getByRole('dialog', { name: 'Move a date of Chemistry' })
  await moving.getByLabel('At').fill('16:30')
  await moving.getByRole('button', { name: 'Move it' }).click()
  await expect
    .poll(async () => (await stored()).moves)
    .toMatchObject([{ planned_on: right, on: right, starts: '16:30' }])

  await open()
  await panel.getByRole('button', { name: 'More about Chemistry' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect.poll(async () => (await read(page.request, id)).sessions).toEqual([])
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect.poll(async () => (await stored())?.subject).toBe('Chemistry')
})

test('a timetable is printed, and read by its link without a session and without scripts until it is taken back', async ({
  page,
  browser,
}) => {
  await signUp(page.request)
  const { id } = await routine(page.request, 'Autumn term')
  await session(page.request, id, 'Ökologie', { location: 'Hörsaal 3' })
  await page.goto(`/timetable/${id}`)
  await choose(page, 'Autumn term', 'Print')
  await page.getByText('The pattern').click()
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download the PDF' }).click()
  const file = await waiting
  expect(file.suggestedFilename()).toMatch(/^Autumn term.*\.pdf$/)
  expect((await readFile(await file.path())).subarray(0, 5).toString()).toBe('%PDF-')
  await expect(page.getByText(/is among your downloads/)).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).first().click()

  await choose(page, 'Autumn term', 'Share by a link')
  const dialog = page.getByRole('dialog', { name: 'Share Autumn term' })
  await dialog.getByRole('button', { name: 'Make a link' }).click()
  const url = await dialog.getByLabel('The link').inputValue()
  const visitor = await browser.newContext({ javaScriptEnabled: false })
  const shared = await visitor.newPage()
  await shared.goto(url)
  await expect(shared.getByText('Ökologie').first()).toBeVisible()
  await dialog.getByRole('button', { name: 'Take the link back' }).click()
  await expect(dialog.getByText('The link works no longer')).toBeVisible()
  expect((await shared.goto(url))?.status()).toBe(404)
  await dialog.getByRole('button', { name: 'Make a new link' }).click()
  await expect(dialog.getByLabel('The link')).not.toHaveValue(url)
  await visitor.close()
})

test('a calendar has a link of its own, and shows the areas that are chosen', async ({ page }) => {
  await signUp(page.request)
  const { id } = await routine(page.request, 'Term')
  await session(page.request, id, 'Physics')
  await page.goto(`/timetable/${id}`)
  await choose(page, 'Term', 'Show in a calendar')
  const dialog = page.getByRole('dialog', { name: 'Calendar' })
  await dialog.getByRole('button', { name: 'Make a link' }).click()
  const url = await dialog.getByLabel('The link').inputValue()
  expect(await (await page.request.get(url)).text()).toContain('SUMMARY:Physics')
  await expect(dialog.getByRole('link', { name: 'Subscribe on this device' })).toHaveAttribute(
    'href',
    /^webcals?:/,
  )
  await dialog.getByText('My almanac').click()
  await dialog.getByLabel('Tasks').uncheck()
  await dialog.getByRole('button', { name: 'Make a link' }).click()
  await expect(dialog.getByLabel('The link')).not.toHaveValue(url)
  await dialog.getByLabel('Habits').uncheck()
  await expect
    .poll(async () => (await (await page.request.get('/api/v1/feeds')).json()).data)
    .toEqual(expect.arrayContaining([expect.objectContaining({ routine_id: null, areas: ['timetable'] })]))
  await dialog.getByText('This timetable').click()
  await dialog.getByRole('button', { name: 'Take the link back' }).click()
  await expect(dialog.getByText('The link works no longer')).toBeVisible()
  expect((await page.request.get(url)).status()).toBe(404)
})

const TABLE = `subject,weekday,starts,ends,location
Physics,tue,10:00,11:00,Room 12
Chemistry,tue,10:30,12:00,Lab
Choir,sometime,18:00,19:00,Hall
`

test('a table is looked at before it is brought in, and taken back as a whole', async ({ page }) => {
  await signUp(page.request)
  const { id } = await routine(page.request, 'Term')
  await session(page.request, id, 'Physics', { location: 'Room 12' })
  await page.goto(`/timetable/${id}`)
  await choose(page, 'Term', 'Bring sessions in')
  await page
    .getByLabel('File to bring in')
    .setInputFiles({ name: 'week.csv', mimeType: 'text/csv', buffer: Buffer.from(TABLE) })
  await expect(page.getByLabel('Into')).toHaveValue(id)
  const rows = page.getByRole('listitem')
  await expect(rows.filter({ hasText: 'Chemistry' })).toContainText(/Overlaps Physics, Tuesday 10:00.*new/)
  await expect(rows.filter({ hasText: 'Physics' }).filter({ hasText: 'you have it' })).toHaveCount(1)
  await expect(rows.filter({ hasText: 'Choir' })).toContainText(
    'The weekday has to be one, such as Monday or Mo',
  )
  await page.getByRole('button', { name: 'Bring it in' }).click()
  await page.getByRole('link', { name: 'See the timetable' }).waitFor()
  expect((await read(page.request, id)).sessions).toHaveLength(2)
  await page.getByRole('button', { name: 'Take back week.csv' }).click()
  await expect(page.getByText('Sessions removed: 1')).toBeVisible()
  expect((await read(page.request, id)).sessions).toHaveLength(1)
})

test('timetables are put in order, copied and deleted with a way back', async ({ page }) => {
  await signUp(page.request)
  const { id } = await routine(page.request, 'Term')
  await routine(page.request, 'Shop')
  const names = async () =>
    (await (await page.request.get('/api/v1/routines')).json()).data.map(({ name }: { name: string }) => name)
  await page.goto(`/timetable/${id}`)
  await page.getByRole('button', { name: 'Timetables', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Put in order' }).click()
  const sheet = page.getByRole('dialog', { name: 'Timetables' })
  await sheet.getByRole('button', { name: 'More about Shop' }).click()
  await page.getByRole('menuitem', { name: 'Move up' }).click()
  await expect.poll(names).toEqual(['Shop', 'Term'])
  await sheet.getByRole('button', { name: 'More about Shop' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect.poll(names).toEqual(['Term'])
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect.poll(names).toContain('Shop')
})

for (const theme of ['light', 'dark'] as const)
  for (const width of [390, 1280])
    test(`panel, settings and dialogs are accessible, ${theme} at ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height: 844 })
      await signUp(page.request)
      const holidays = [{ first_on: '2031-12-21', last_on: '2032-01-03', name: 'Winter' }]
      const { id } = await routine(page.request, 'Term', { rotation_weeks: 2, holidays })
      const made = await session(page.request, id, 'Chemistry', { starts: '12:30', minutes: 90 })
      await page.request.put(`/api/v1/routines/${id}/sessions/${made.id}/cancellation`, {
        headers,
        data: { reason: 'Closed' },
      })
      const check = async () => {
        await expectAccessible(page)
        await expectTouchable(page)
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect(wider, `${page.url()} overflows`).toBeLessThanOrEqual(0)
      }
      await page.goto(`/timetable/${id}?view=pattern&session=${made.id}`)
      await page.getByRole('dialog').getByText('Every date is cancelled').waitFor()
      await check()
      await page.goto(`/timetable/${id}/settings`)
      await page.getByRole('button', { name: 'Save changes' }).waitFor()
      await check()
      await page.goto(`/timetable/${id}`)
      await choose(page, 'Term', 'Show in a calendar')
      await page.getByRole('button', { name: 'Make a link' }).click()
      await page.getByLabel('The link').waitFor()
      await check()
    })
