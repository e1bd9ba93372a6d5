/** From an empty account to a planned week, by clicks and keys alone: a habit, themes, tasks, their order, the first ticks. */
import { expect, type Locator, type Page, test } from '@playwright/test'
import { expectAccessible, watchPolicy } from './axe'

test.use({ viewport: { width: 1280, height: 800 } })

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const items = (within: Page | Locator) => within.getByRole('listitem')
const section = (page: Page, name: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name }) })
const titles = (page: Page, name: string) => items(section(page, name)).getByRole('link').allTextContents()

/** The two keys that open a place. */
async function go(page: Page, place: string) {
  await page.keyboard.press('g')
  await page.keyboard.press(place)
}

async function signUp(page: Page) {
  await page.goto('/')
  await page.getByRole('link', { name: 'Create an account' }).click()
  await expect(heading(page, 'Create an account')).toBeFocused()
  const email = `alice-${Date.now()}-${Math.random().toString(36).slice(2)}@example.org`
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill('a quiet harbour at dusk')
  await page.keyboard.press('Enter')
  await expect(page.getByText('A blank page')).toBeVisible()
}

async function addHabit(page: Page) {
  await page.getByRole('link', { name: 'Add a habit' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Read a chapter')
  await page.getByLabel('Theme', { exact: true }).selectOption('New theme…')
  await page.getByLabel('Name of the theme').fill('Learning')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Theme', { exact: true })).toHaveText(/Learning/)
  await page.getByRole('button', { name: 'Save habit' }).click()
  await expect(heading(page, 'Read a chapter')).toBeVisible()
}

/** One line each, without leaving the box. */
async function addTasks(page: Page, lines: readonly string[]) {
  const box = page.getByRole('textbox', { name: 'Add a task' })
  await box.click()
  for (const line of lines) {
    await page.keyboard.type(line)
    await page.keyboard.press('Enter')
    await expect(box).toHaveValue('')
    await expect(box).toBeFocused()
  }
}

async function fillForm(page: Page) {
  await page.getByRole('link', { name: 'New task' }).first().click()
  const sheet = page.getByRole('dialog', { name: 'New task' })
  await sheet.getByLabel('What is to be done').fill('Clean the flat')
  await sheet.getByRole('button', { name: 'Today' }).click()
  await sheet.getByLabel('Repeat').selectOption('Every day')
  await sheet.getByLabel('Theme', { exact: true }).selectOption('home')
  await sheet.getByRole('button', { name: 'Save task' }).click()
  await expect(sheet).toBeHidden()
}

test('an empty account becomes a planned week', async ({ page }) => {
  const refused = watchPolicy(page)
  await signUp(page)
  await addHabit(page)

  await go(page, 'k')
  await expect(page.getByText('Nothing to be done')).toBeVisible()
  await addTasks(page, ['Water the plants today #home', 'Call the bank today', 'Pay rent every month !high'])
  await expect(items(page.getByRole('main')).filter({ hasText: 'Pay rent' })).toContainText(
    /High.*Every month/,
  )
  await fillForm(page)
  const before = ['Water the plants', 'Call the bank', 'Clean the flat']
  await expect.poll(() => titles(page, 'Today')).toEqual(expect.arrayContaining(before))

  await page.getByRole('button', { name: 'Move Call the bank' }).focus()
  await page.keyboard.press('Space')
  await expect(page.getByText(/Call the bank: place 2 of/)).toBeAttached()
  await page.keyboard.press('ArrowUp')
  await expect(page.getByText(/Call the bank: place 1 of/)).toBeAttached()
  await page.keyboard.press('Space')
  await expect.poll(async () => (await titles(page, 'Today'))[0]).toBe('Call the bank')

  await page.getByRole('main').getByRole('checkbox', { name: 'Water the plants', exact: true }).click()
  await go(page, 'e')
  await items(page)
    .filter({ hasText: 'Water the plants: done' })
    .getByRole('button', { name: 'Undo' })
    .click()
  await expect(items(page.getByRole('list', { name: 'Themes' }))).toContainText([
    /home.*2 open tasks/s,
    /Learning/,
  ])

  await go(page, 'k')
  await expect.poll(() => titles(page, 'Today')).toContain('Water the plants')

  await go(page, 't')
  for (const name of ['Read a chapter', 'Call the bank', 'Clean the flat']) {
    const mark = page.getByRole('main').getByRole('checkbox', { name, exact: true })
    await mark.focus()
    await page.keyboard.press('Space')
    await expect(mark).toBeChecked()
  }
  await page.setViewportSize({ width: 390, height: 844 })
  await expectAccessible(page)

  await page.getByRole('link', { name: 'More places' }).click()
  await page.getByRole('main').getByRole('link', { name: 'Statistics' }).click()
  await expect(page.getByRole('heading', { name: 'By theme' })).toBeVisible()
  await page.getByRole('link', { name: 'More places' }).click()
  await expect(heading(page, 'More')).toBeVisible()
  await page.reload()
  await page.getByRole('link', { name: 'Today' }).filter({ visible: true }).click()
  await expect(page.getByRole('checkbox', { name: 'Call the bank' })).toBeChecked()
  expect(refused).toEqual([])
})
