/** The first day with Almanac: a new server, an account, the past from Loop, a tick without a network. */
import { expect, test } from '@playwright/test'
import { expectAccessible } from './axe'
import { keptReads } from './kept-reads'
import { loopExport } from './loop-export'
import { type OwnServer, startOwnServer } from './own-server'

let server: OwnServer

test.beforeAll(async () => {
  server = await startOwnServer()
})

test.afterAll(() => server.stop())

// The whole path is kept, so that it can be looked at: `playwright show-trace`.
test.use({ trace: 'on' })

const daysAgo = (count: number) => new Date(Date.now() - count * 86_400_000).toISOString().slice(0, 10)
const lately = (count: number) =>
  Array.from({ length: count }, (_, index) => [daysAgo(index + 1), 'YES_MANUAL'] as const)

const history = loopExport([
  { name: 'Stretch ten minutes', entries: lately(20) },
  { name: 'Practise the cello', times: 3, days: 7, entries: lately(6) },
  { name: 'No phone after ten', entries: [[daysAgo(1), 'NO'], ...lately(9).slice(1)] },
])

test('sign up, bring Loop in, tick offline, reload, and the server has it once', async ({
  page,
  context,
}) => {
  await page.goto(server.url)
  await page.getByRole('link', { name: 'Create an account' }).click()
  await expect(page.getByText('You will be the administrator of this installation.')).toBeVisible()
  await page.getByLabel('E-mail address').fill('alice@example.org')
  await page.getByLabel('Password', { exact: true }).fill('a quiet harbour at dusk')
  await page.getByLabel('Name').fill('Alice')
  await page.getByRole('button', { name: 'Create the account' }).click()
  await expect(page).toHaveURL(`${server.url}/`)

  await page.goto(`${server.url}/import`)
  const file = { name: 'Loop Habits CSV.zip', mimeType: 'application/zip', buffer: history }
  await page.getByLabel('File to bring in').setInputFiles(file)
  await expect(page.getByRole('heading', { name: 'This is in the file' })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'Stretch ten minutes' })).toContainText(
    '20 new entries',
  )
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Bring it in' }).click()
  await expect(page.getByRole('heading', { name: 'It is all here' })).toBeVisible()
  await page.getByRole('link', { name: 'Go to today' }).click()

  const stretch = page.getByRole('checkbox', { name: 'Stretch ten minutes' })
  await expect(stretch).not.toBeChecked()
  await expect(page.getByRole('checkbox', { name: 'No phone after ten' })).toBeVisible()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  await page.reload()
  await expect(stretch).not.toBeChecked()
  await expect.poll(() => keptReads(page)).toContain('readToday')

  await context.setOffline(true)
  await stretch.click()
  await expect(stretch).toBeChecked()
  const waits = page.getByText('1 change waits to be sent').filter({ visible: true })
  await expect(waits).toBeVisible()
  await page.reload()
  await expect(stretch).toBeChecked()
  await expect(waits).toBeVisible()

  await context.setOffline(false)
  await expect(waits).toBeHidden()
  const today = await (await page.request.get(`${server.url}/api/v1/today`)).json()
  const habits = await (await page.request.get(`${server.url}/api/v1/habits`)).json()
  const { id } = habits.data.find((habit: { name: string }) => habit.name === 'Stretch ten minutes')
  const kept = await (await page.request.get(`${server.url}/api/v1/habits/${id}/check-ins`)).json()
  const ofToday = kept.data.filter((entry: { date: string }) => entry.date === today.today)
  expect(ofToday).toMatchObject([{ status: 'done' }])
  expect(kept.count).toBe(21)
})
