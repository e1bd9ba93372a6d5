/** Themes: made, given to a habit, shown alone on every page, and deleted with a way back. */
import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import { expectAccessible, expectTouchable, watchPolicy } from './axe'

/** What a page of the same origin would send. */
const headers = { 'sec-fetch-site': 'same-origin' }
const sizes = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
]

async function send(api: APIRequestContext, path: string, data: object): Promise<{ id: string }> {
  const response = await api.post(`/api/v1${path}`, { headers, data })
  expect(response.ok(), await response.text()).toBe(true)
  return response.json()
}

test.beforeEach(async ({ page }) => {
  const email = `alice-${Date.now()}-${Math.random().toString(36).slice(2)}@example.org`
  await send(page.request, '/auth/register', { email, password: 'quiet orchard lantern 9' })
})

const theme = (page: Page, name: string, color = '#5D6B2F') => send(page.request, '/themes', { name, color })
const habit = (page: Page, name: string, more: object = {}) =>
  send(page.request, '/habits', { name, schedule: { kind: 'daily' }, ...more })

const rows = (page: Page, list: string) => page.getByRole('list', { name: list }).getByRole('listitem')
const filter = (page: Page) => page.getByRole('combobox', { name: 'Theme', exact: true })
const chip = (page: Page) => page.getByRole('button', { name: 'Show every theme again' })

test('a theme is made in its sheet, and what is wrong is said on its field', async ({ page }) => {
  const refused = watchPolicy(page)
  await theme(page, 'Work')
  await page.goto('/')
  await page.getByRole('link', { name: 'Themes', exact: true }).click()
  await page.getByRole('button', { name: 'New theme' }).click()
  const sheet = page.getByRole('dialog', { name: 'New theme' })
  await sheet.getByLabel('Name', { exact: true }).fill('A name that is far too long')
  await expect(sheet.getByText('3 characters too many')).toBeVisible()
  await sheet.getByLabel('Name', { exact: true }).fill('work')
  await sheet.getByLabel('Plum').check()
  await sheet.getByRole('button', { name: 'Save theme' }).click()
  await expect(sheet.getByText('You have a theme of this name already')).toBeVisible()
  await sheet.getByLabel('Name', { exact: true }).fill('Home & garden')
  await page.keyboard.press('Enter')
  await expect(sheet).toBeHidden()
  await expect(rows(page, 'Themes')).toHaveCount(2)
  await expect(rows(page, 'Themes').first()).toContainText('Home & garden')
  // The refusal itself is a line in the console.
  expect(refused.filter((line) => !line.includes('409'))).toEqual([])
})

test('a habit is given a theme that is made in passing', async ({ page }) => {
  await page.goto('/habits/new')
  await page.getByLabel('Name', { exact: true }).fill('Water the tulips')
  await page.getByLabel('Theme', { exact: true }).selectOption('New theme…')
  await page.getByLabel('Name of the theme').fill('Garden')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Theme', { exact: true })).toHaveText(/Garden/)
  await expect(page.getByLabel('Name of the theme')).toBeHidden()
  await page.getByRole('button', { name: 'Save habit' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Water the tulips' })).toBeVisible()
  await expect(page.getByRole('banner').or(page.locator('header')).getByText('Garden')).toBeVisible()
  await page.goto('/themes')
  await expect(rows(page, 'Themes')).toContainText('1 habit')
})

test('one theme is shown alone on every page, also after a reload, until it is let go', async ({ page }) => {
  const garden = await theme(page, 'Garden')
  await theme(page, 'Work')
  await habit(page, 'Water the tulips', { theme_id: garden.id })
  await habit(page, 'Answer letters')
  await page.goto('/themes')
  await rows(page, 'Themes').first().getByRole('link', { name: '1 habit' }).click()
  await expect(page).toHaveURL('/habits')
  await expect(chip(page)).toBeVisible()
  await expect(rows(page, 'Habits')).toHaveCount(1)
  await expect(rows(page, 'Habits')).toContainText('Water the tulips')
  await page.reload()
  await expect(rows(page, 'Habits')).toHaveCount(1)
  await page.getByRole('link', { name: 'Today' }).first().click()
  await expect(page.getByRole('checkbox', { name: 'Water the tulips' })).toBeVisible()
  await expect(page.getByRole('checkbox', { name: 'Answer letters' })).toBeHidden()
  await expect(page.getByText('0 of 1 done')).toBeVisible()
  await filter(page).selectOption('Work')
  await expect(page.getByText('Nothing of this theme today')).toBeVisible()
  await filter(page).selectOption('No theme')
  await expect(page.getByRole('checkbox', { name: 'Answer letters' })).toBeVisible()
  await chip(page).click()
  await expect(page.getByText('0 of 2 done')).toBeVisible()
  await expect(chip(page)).toBeHidden()
})

test('deleting a theme lets go of the filter, and undo brings it back with its habits', async ({ page }) => {
  const garden = await theme(page, 'Garden')
  await habit(page, 'Water the tulips', { theme_id: garden.id })
  await page.goto(`/habits?theme=${garden.id}`)
  await expect(chip(page)).toBeVisible()
  await page.goto('/themes')
  await page.getByRole('button', { name: 'More about Garden' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(page.getByText('No themes yet')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(rows(page, 'Themes')).toContainText('1 habit')
  await page.getByRole('button', { name: 'More about Garden' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(page.getByText('No themes yet')).toBeVisible()
  await page.goto('/habits')
  await expect(rows(page, 'Habits')).toContainText('Water the tulips')
  await expect(chip(page)).toBeHidden()
})

test('a theme pauses the habits it has', async ({ page }) => {
  const garden = await theme(page, 'Garden')
  await habit(page, 'Water the tulips', { theme_id: garden.id })
  await habit(page, 'Answer letters')
  await page.goto('/habits')
  await page.getByRole('button', { name: 'More about habits' }).click()
  await page.getByRole('menuitem', { name: 'Pause everything' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Which habits').selectOption('Garden')
  await sheet.getByRole('button', { name: 'Pause', exact: true }).click()
  await expect(page.getByText('Garden is paused')).toBeVisible()
  await expect(rows(page, 'Habits').getByText('paused')).toHaveCount(1)
  await page.getByRole('button', { name: 'End pause' }).click()
  await expect(page.getByText('Garden is paused')).toBeHidden()
})

test.describe('the page of themes can be used by everybody', () => {
  for (const colorScheme of ['light', 'dark'] as const)
    test(`in its ${colorScheme} look`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await theme(page, 'Home')
      await theme(page, 'Paper white', '#FAF7F0')
      for (const size of sizes) {
        await page.setViewportSize(size)
        await page.goto('/themes')
        await expect(rows(page, 'Themes')).toHaveCount(2)
        await expectAccessible(page)
        await expectTouchable(page)
        await page.goto('/themes?edit=new')
        await expect(page.getByRole('dialog', { name: 'New theme' })).toBeVisible()
        await expectAccessible(page)
      }
    })
})
