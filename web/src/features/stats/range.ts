/** The days that the page is about: as the address says, else as they were chosen last in this browser. */
import type { RangeName } from '@/api'
import { zRangeName } from '@/api/zod.gen'
import { readChoice, writeChoice } from '@/lib/storage'

export const RANGES: readonly RangeName[] = ['7d', '30d', '90d', 'all']

const KEY = 'stats-range'
const USUAL: RangeName = '30d'

export function rangeOf(asked: unknown): RangeName {
  return zRangeName.safeParse(asked).data ?? zRangeName.safeParse(readChoice(KEY)).data ?? USUAL
}

export const rememberRange = (range: RangeName): void => writeChoice(KEY, range)
