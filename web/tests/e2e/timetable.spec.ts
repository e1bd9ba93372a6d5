/** The timetable: a week built by mouse, keys and finger; dates cancelled and moved; days copied; offline; undo. */
import { type APIRequestContext, type BrowserContext, expect, type Page, test } from '@playwright/test'
import { expectAccessible, expectTouchable, watchPolicy } from './axe'
import { keptReads } from './kept-reads'

/** What a page of the same origin would send. */
const headers = { 'sec-fetch-site': 'same-origin' }

async function send(api: APIRequestContext, method: 'POST' | 'PUT' | 'PATCH', path: string, data: object) {
  const response = await api.fetch(`/api/v1${path}`, { method, headers, data })
  expect(response.ok(), await response.text()).toBe(true)
  return response.json()
}

interface Session {
  id: string
  subject: string
  weekday: string
  starts: string
  minutes: number
  moves: { planned_on: string; on: string; starts: string }[]
  cancellations: { scope: string; reason: string }[]
}

interface Routine {
  id: string
  sessions: Session[]
}

async function signUp(api: APIRequestContext, more: object = {}): Promise<string> {
  const email = `alice-${Date.now()}-${Math.random().toString(36).slice(2)}@example.org`
  await send(api, 'POST', '/auth/register', { email, password: 'quiet orchard lantern 9' })
  return (await send(api, 'POST', '/routines', { name: 'Autumn term', ...more })).id
}

const make = (
  api: APIRequestContext,
  routine: string,
  subject: string,
  more: object = {},
): Promise<Session> =>
  send(api, 'POST', `/routines/${routine}/sessions`, {
    subject,
    weekday: 'mon',
    starts: '09:15',
    minutes: 75,
    ...more,
  })

const read = async (api: APIRequestContext, routine: string): Promise<Routine> =>
  (await api.get(`/api/v1/routines/${routine}`)).json()

/** "mon 08:00 75 Mathematics", as the server has them. */
const stored = async (api: APIRequestContext, routine: string) =>
  (await read(api, routine)).sessions
    .map(({ weekday, starts, minutes, subject }) => `${weekday} ${starts} ${minutes} ${subject}`)
    .sort()

const pattern = (routine: string) => `/timetable/${routine}?view=pattern`
const block = (page: Page, subject: string) => page.getByRole('button', { name: new RegExp(`^${subject},`) })
const undo = (page: Page) => page.getByRole('button', { name: 'Undo' }).last().click()

/** A point of the grid: a column from 0, and minutes after 08:00, a pixel each on wide pages. */
async function at(page: Page, column: number, minute: number, scale = 1) {
  const box = await page.locator('.timetable-day').nth(column).boundingBox()
  if (!box) throw new Error('no such column')
  return { x: box.x + box.width / 2, y: box.y + minute * scale }
}

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }) {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2)
  await page.mouse.move(to.x, to.y)
  await page.mouse.up()
}

test('a week is built by mouse: drawn, named, moved, stretched, doubled, and taken back', async ({
  page,
}) => {
  const refused = watchPolicy(page)
  const routine = await signUp(page.request)
  const isStored = (...sessions: string[]) =>
    expect.poll(() => stored(page.request, routine)).toEqual(sessions.sort())
  await page.goto(pattern(routine))
  await drag(page, await at(page, 0, 2), await at(page, 0, 92))
  await expect(page.getByText('Monday, 8:00 to 9:30')).toBeVisible()
  await page.getByLabel('Subject').fill('Mathematics')
  await page.keyboard.press('Enter')
  await isStored('mon 08:00 90 Mathematics')
  await expect(block(page, 'Mathematics')).toBeFocused()

  // A click asks for the slot under it.
  const slot = await at(page, 1, 100)
  await page.mouse.click(slot.x, slot.y)
  await page.getByLabel('Subject').fill('Physics')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await isStored('mon 08:00 90 Mathematics', 'tue 09:15 75 Physics')

  await drag(page, await at(page, 0, 40), await at(page, 2, 115))
  await isStored('tue 09:15 75 Physics', 'wed 09:15 90 Mathematics')
  await drag(page, await at(page, 2, 163), await at(page, 2, 193))
  await isStored('tue 09:15 75 Physics', 'wed 09:15 120 Mathematics')
  await drag(page, await at(page, 2, 77), await at(page, 2, 62))
  await isStored('tue 09:15 75 Physics', 'wed 09:00 135 Mathematics')

  await block(page, 'Mathematics').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Duplicate' }).click()
  await isStored('tue 09:15 75 Physics', 'wed 09:00 135 Mathematics', 'wed 11:15 135 Mathematics')
  for (let step = 0; step < 4; step++) await page.keyboard.press('Control+z')
  await isStored('mon 08:00 90 Mathematics', 'tue 09:15 75 Physics')
  expect(refused).toEqual([])
})

test('sessions are found, moved and stretched by keys alone, and all of it is told', async ({ page }) => {
  const routine = await signUp(page.request)
  await make(page.request, routine, 'Mathematics', { weekday: 'tue' })
  await make(page.request, routine, 'Latin', { weekday: 'thu', starts: '11:45' })
  await page.goto(pattern(routine))
  const told = page.locator('.timetable p[aria-live]')
  await block(page, 'Mathematics').focus()
  await page.keyboard.press('ArrowRight')
  await expect(block(page, 'Latin')).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(block(page, 'Mathematics')).toBeFocused()
  await page.keyboard.press('Space')
  await expect(told).toContainText('Mathematics picked up')
  await page.keyboard.press('ArrowRight')
  for (let step = 0; step < 10; step++) await page.keyboard.press('ArrowDown')
  await expect(told).toHaveText('Mathematics, Wednesday, 11:45 to 13:00')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(told).toHaveText('Mathematics, Wednesday, 11:45 to 13:15, meets the break at 13:00')
  await page.keyboard.press('ArrowRight')
  await expect(told).toContainText('meets the break at 13:00, overlaps Latin')
  await page.keyboard.press('Enter')
  await expect.poll(() => stored(page.request, routine)).toContain('thu 11:45 90 Mathematics')
  await expect(block(page, 'Mathematics')).toBeFocused()
  await page.keyboard.press('m')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Escape')
  await expect(told).toHaveText('Mathematics stays where it was')
  await page.keyboard.press('Delete')
  await expect.poll(() => stored(page.request, routine)).toEqual(['thu 11:45 75 Latin'])
  await undo(page)
  await expect
    .poll(() => stored(page.request, routine))
    .toEqual(['thu 11:45 75 Latin', 'thu 11:45 90 Mathematics'])
})

/** A finger, as the browser feels it. */
async function touches(context: BrowserContext, page: Page) {
  const devtools = await context.newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', point?: { x: number; y: number }) =>
    devtools.send('Input.dispatchTouchEvent', { type, touchPoints: point ? [point] : [] })
  return {
    /** Holds until what lies under it is taken up, then moves. */
    async carry(from: { x: number; y: number }, to: { x: number; y: number }) {
      await touch('touchStart', from)
      await page.locator('[data-ghost]').waitFor()
      for (const share of [0.3, 0.6, 1])
        await touch('touchMove', {
          x: from.x + (to.x - from.x) * share,
          y: from.y + (to.y - from.y) * share,
        })
      await touch('touchEnd')
    },
    async swipe(from: { x: number; y: number }, to: { x: number; y: number }) {
      await touch('touchStart', from)
      for (const share of [0.25, 0.5, 0.75, 1])
        await touch('touchMove', {
          x: from.x + (to.x - from.x) * share,
          y: from.y + (to.y - from.y) * share,
        })
      await touch('touchEnd')
    },
  }
}

test('a finger that holds moves a session; one that does not scrolls and turns to other days', async ({
  browser,
}) => {
  const context = await browser.newContext({
    hasTouch: true,
    isMobile: true,
    viewport: { width: 390, height: 844 },
  })
  const page = await context.newPage()
  const routine = await signUp(page.request)
  await make(page.request, routine, 'Mathematics', { starts: '10:30' })
  await page.goto(pattern(routine))
  await page.getByRole('button', { name: /^Monday, 1 session/ }).tap()
  await block(page, 'Mathematics').waitFor()
  const finger = await touches(context, page)
  const start = await at(page, 0, 170, 1.5)
  await finger.carry(start, { x: start.x, y: start.y - 45 })
  await expect.poll(() => stored(page.request, routine)).toEqual(['mon 10:00 75 Mathematics'])
  await finger.swipe({ x: 200, y: 600 }, { x: 200, y: 300 })
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100)
  expect(await stored(page.request, routine)).toEqual(['mon 10:00 75 Mathematics'])
  await finger.swipe({ x: 320, y: 500 }, { x: 120, y: 500 })
  await expect(page.getByRole('list', { name: 'Tuesday' })).toBeVisible()
  const empty = await at(page, 0, 300, 1.5)
  await finger.carry(empty, { x: empty.x, y: empty.y + 90 })
  await page.getByLabel('Subject').fill('Latin')
  await page.getByRole('button', { name: 'Add', exact: true }).tap()
  await expect
    .poll(() => stored(page.request, routine))
    .toEqual(['mon 10:00 75 Mathematics', 'tue 13:00 60 Latin'])
  await context.close()
})

test('a date is cancelled with a reason and restored by one press; another is moved by itself', async ({
  page,
}) => {
  const routine = await signUp(page.request)
  await make(page.request, routine, 'Mathematics', { weekday: 'thu' })
  const one = async () => (await read(page.request, routine)).sessions[0] as Session
  await page.goto(`/timetable/${routine}`)
  await block(page, 'Mathematics').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Cancel with a reason' }).click()
  await page.getByLabel('Reason').fill('Teacher is ill')
  await page.getByRole('button', { name: 'Cancel it' }).click()
  await expect(block(page, 'Mathematics')).toContainText('cancelled: Teacher is ill')
  await expect
    .poll(async () => (await one()).cancellations)
    .toMatchObject([{ scope: 'date', reason: 'Teacher is ill' }])
  await page.getByRole('button', { name: 'Restore Mathematics' }).click()
  await expect(block(page, 'Mathematics')).not.toContainText('cancelled')
  await expect.poll(async () => (await one()).cancellations).toEqual([])

  await drag(page, await at(page, 3, 100), await at(page, 1, 175))
  await page.getByRole('button', { name: /^Only / }).click()
  await expect.poll(async () => (await one()).moves).toMatchObject([{ starts: '10:30' }])
  await expect(page.locator('[data-state=moved_away]')).toContainText('moved to')
  expect(await stored(page.request, routine)).toEqual(['thu 09:15 75 Mathematics'])
  await undo(page)
  await expect.poll(async () => (await one()).moves).toEqual([])

  await drag(page, await at(page, 3, 100), await at(page, 1, 175))
  await page.getByRole('button', { name: 'Every week' }).click()
  await expect.poll(() => stored(page.request, routine)).toEqual(['tue 10:30 75 Mathematics'])
  await page.getByRole('button', { name: 'The week after' }).click()
  await expect(page.getByRole('button', { name: 'This week' })).toBeVisible()
  await expect(block(page, 'Mathematics')).toBeVisible()
})

test('a day is copied onto another, and the copies are taken back', async ({ page }) => {
  const routine = await signUp(page.request, { rotation_weeks: 2 })
  await make(page.request, routine, 'Mathematics', { week: 1 })
  await make(page.request, routine, 'Latin', { starts: '10:30' })
  await page.goto(pattern(routine))
  await page.getByLabel('Week A').check()
  await page.getByRole('button', { name: 'Monday', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Copy to Thursday' }).click()
  await expect(page.getByText('2 sessions copied to Thursday')).toBeVisible()
  await expect(page.getByRole('list', { name: 'Thursday' }).getByRole('listitem')).toHaveCount(2)
  await page.getByLabel('Week B').check()
  await expect(page.getByRole('list', { name: 'Thursday' }).getByRole('listitem')).toHaveCount(0)
  await undo(page)
  await expect.poll(async () => (await read(page.request, routine)).sessions).toHaveLength(2)
})

test('on phones the head is one row, the day is copied under it, and nothing is lost at twice the size', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const routine = await signUp(page.request, { valid_from: '2026-03-02' })
  await make(page.request, routine, 'Mathematics')
  await page.goto(`/timetable/${routine}`)
  await page.getByRole('button', { name: 'The week after' }).click()
  const middle = async (name: string) => {
    const box = await page.getByRole('button', { name, exact: true }).boundingBox()
    return Math.round((box?.y ?? 0) + (box?.height ?? 0) / 2)
  }
  await page.getByRole('button', { name: 'This week' }).waitFor()
  expect(await middle('This week')).toBe(await middle('New session'))
  expect(await middle('The week before')).toBe(await middle('New session'))
  await page.getByLabel('Week of this day').fill('2026-03-02')
  await expect(page).toHaveURL(/date=2026-03-02/)
  await page.getByRole('button', { name: /^Copy Monday/ }).click()
  await page.getByRole('menuitem', { name: 'Copy to Thursday' }).click()
  await expect
    .poll(() => stored(page.request, routine))
    .toEqual(['mon 09:15 75 Mathematics', 'thu 09:15 75 Mathematics'])
  await page.setViewportSize({ width: 195, height: 422 })
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(wider).toBeLessThanOrEqual(0)
})

test('what was deleted comes back by its message from another page too', async ({ page }) => {
  const routine = await signUp(page.request)
  await make(page.request, routine, 'Mathematics')
  await page.goto(pattern(routine))
  await block(page, 'Mathematics').press('Delete')
  await expect.poll(() => stored(page.request, routine)).toEqual([])
  await page.getByRole('link', { name: 'Tasks' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Tasks' })).toBeVisible()
  await undo(page)
  await expect.poll(() => stored(page.request, routine)).toEqual(['mon 09:15 75 Mathematics'])
})

test('what is changed offline is shown, outlives a reload and reaches the server once', async ({
  page,
  context,
}) => {
  const routine = await signUp(page.request)
  const { id } = await make(page.request, routine, 'Mathematics')
  await page.goto(pattern(routine))
  await block(page, 'Mathematics').waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  await expect.poll(() => keptReads(page)).toContain(id)
  const sent: string[] = []
  page.on('request', (request) => {
    if (['PUT', 'PATCH'].includes(request.method())) sent.push(request.url())
  })
  await context.setOffline(true)
  await drag(page, await at(page, 0, 100), await at(page, 4, 175))
  await expect(block(page, 'Mathematics')).toHaveAccessibleName(/Friday, 10:30 to 11:45, waiting to be sent/)
  await page.reload()
  await expect(block(page, 'Mathematics')).toHaveAccessibleName(/Friday, 10:30 to 11:45/)
  expect(await stored(page.request, routine)).toEqual(['mon 09:15 75 Mathematics'])
  await context.setOffline(false)
  await expect.poll(() => stored(page.request, routine)).toEqual(['fri 10:30 75 Mathematics'])
  await expect(block(page, 'Mathematics')).not.toHaveAccessibleName(/waiting/)
  expect(sent.filter((url) => url.includes(id))).toHaveLength(1)
})

for (const theme of ['light', 'dark'] as const) {
  for (const width of [390, 1280]) {
    test(`a full week is accessible, ${theme} at ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height: 844 })
      const routine = await signUp(page.request, { rotation_weeks: 2 })
      const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat']
      const colors = ['#FFE600', '#000000', '#FFFFFF', '#A8321E', '#2F5D7C', '#00FF00']
      for (const [index, weekday] of days.entries()) {
        await make(page.request, routine, `Mathematics ${index}`, {
          weekday,
          color: colors[index],
          location: 'Room 12',
        })
        await make(page.request, routine, 'Latin', { weekday, kind: 'task', starts: '12:30', week: 1 })
      }
      const [first] = (await read(page.request, routine)).sessions
      await send(page.request, 'PUT', `/routines/${routine}/sessions/${first?.id}/cancellation`, {
        reason: 'Moved to spring',
      })
      const check = async (place: string) => {
        await expectAccessible(page)
        await expectTouchable(page)
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect(wider, `${place} overflows`).toBeLessThanOrEqual(0)
      }
      await page.goto(`/timetable/${routine}`)
      await page.locator('.timetable-face').first().waitFor()
      await check('week')
      await page.getByLabel('Pattern').check()
      await page.getByRole('button', { name: /^Not shown/ }).click()
      await page.locator('.timetable-face').first().waitFor()
      await check('pattern')
      await page.getByRole('button', { name: 'New session' }).click()
      await page.getByLabel('Subject').waitFor()
      await check('new session')
    })
  }
}
