/** Accessibility and policy checks that every screen's test shares. */
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** No violation of WCAG 2.2 AA nor of axe's best practice. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map((node) => `${node.target} ${node.any[0]?.message ?? ''}`).join(' | ')}`,
  )
  expect(found).toEqual([])
}

/** Everything that can be pressed is at least 44 px in both directions; a control counts with its label. */
export async function expectTouchable(page: Page): Promise<void> {
  const small = await page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'a[href], button, input, select, textarea, [role=menuitem], [role=tab]',
      ),
    ]
      .map((element) => ({ element, box: (element.closest('label') ?? element).getBoundingClientRect() }))
      .filter(
        ({ element, box }) =>
          box.width > 1 && element.checkVisibility() && (box.width < 44 || box.height < 44),
      )
      .map(
        ({ element, box }) =>
          `${element.tagName} ${element.ariaLabel ?? element.textContent} ${box.width}x${box.height}`,
      ),
  )
  expect(small).toEqual([])
}

/** Collects what the Content-Security-Policy refuses and what the console complains about, from now on. */
export function watchPolicy(page: Page): string[] {
  const refused: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content.Security|Trusted/i.test(message.text()))
      refused.push(message.text())
  })
  page.on('pageerror', (error) => refused.push(error.message))
  return refused
}
