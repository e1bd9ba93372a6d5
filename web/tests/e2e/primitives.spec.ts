/** Every primitive in both themes and both widths: accessible, touchable, within the policy; with pictures on demand. */
import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, expectTouchable, watchPolicy } from './axe'

const themes = ['light', 'dark'] as const
const widths = [390, 1280] as const

/** Keeps each picture under 250 kB. */
const LONGEST = 3000

/** ALMANAC_PICTURES=1 renews docs/screenshots. */
async function picture(page: Page, name: string) {
  if (process.env.ALMANAC_PICTURES !== '1') return
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 }
  const whole = !name.includes('-open-')
  await page.screenshot({
    path: `../docs/screenshots/${name}.png`,
    fullPage: whole,
    clip: { x: 0, y: 0, width, height: whole ? LONGEST : height },
  })
}

/** Waits until what is opening has come to rest; what moves for ever does not count. */
const settled = (page: Page) =>
  page.evaluate(async () => {
    const ending = document.getAnimations().filter((one) => one.effect?.getTiming().iterations !== Infinity)
    await Promise.allSettled(ending.map((one) => one.finished))
  })

const overlays: [name: string, open: string, shown: string][] = [
  ['dialog', 'Open dialog', '[role=dialog]'],
  ['sheet', 'Open sheet', '[role=dialog]'],
  ['menu', 'Open menu', '[role=menu]'],
  ['popover', 'Open popover', '[role=dialog]'],
  ['palette', 'Open palette', '[cmdk-list]'],
  ['shortcuts', 'Open shortcuts', '[role=dialog]'],
  ['message', 'Show message', '[data-sonner-toast]'],
  ['refusal', 'Show refusal', '[data-sonner-toast]'],
]

for (const theme of themes) {
  for (const width of widths) {
    test.describe(`${theme} at ${width} px`, () => {
      test.use({
        colorScheme: theme,
        viewport: { width, height: width === 390 ? 844 : 800 },
        reducedMotion: 'reduce',
      })

      test('the page of primitives is accessible, touchable and within the policy', async ({ page }) => {
        const refused = watchPolicy(page)
        await page.goto('/dev/primitives')
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await page.evaluate(() => document.fonts.ready)
        await expectAccessible(page)
        await expectTouchable(page)
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
        await picture(page, `primitives-${theme}-${width}`)
        expect(refused).toEqual([])
      })

      for (const [name, open, shown] of overlays) {
        test(`the ${name} is accessible, closes by Escape or stays, and gives the focus back`, async ({
          page,
        }) => {
          const refused = watchPolicy(page)
          await page.goto('/dev/primitives')
          const opener = page.getByRole('button', { name: open, exact: true })
          await opener.focus()
          await page.keyboard.press('Enter')
          await expect(page.locator(shown)).toBeVisible()
          await settled(page)
          await expectAccessible(page)
          // Of what opens, two of the four pictures show all there is to see.
          const pictured = (theme === 'light') === (width === 390) && !['popover', 'refusal'].includes(name)
          if (pictured) await picture(page, `primitives-open-${name}-${theme}-${width}`)
          if (shown !== '[data-sonner-toast]') {
            await page.keyboard.press('Escape')
            await expect(page.locator(shown)).toBeHidden()
            await expect(opener).toBeFocused()
          }
          expect(refused).toEqual([])
        })
      }
    })
  }
}
