/** The step of the quick button. */
import type { HabitEntry } from '@/api'

/** The smallest part that is kept, as the server rounds: a thousandth. */
export const round = (amount: number) => Math.round(amount * 1000) / 1000

/** Units that are poured, walked or weighed, so that parts of them make sense as steps. */
const DIVISIBLE = /^(l|lit(er|re)s?|km|kilomet(er|re)s?|mi|miles?|kg|h|hrs?|hours?|stunden?|std)$/i
const STEPS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 5, 10, 50, 100, 250, 500, 1000, 5000, 10_000, 50_000, 100_000]

/** What one press of the quick button adds: a round figure near an eighth of a day's target, whole for what is counted. */
export function stepOf(entry: Pick<HabitEntry, 'target' | 'target_per' | 'unit' | 'schedule'>): number {
  const aim = dailyTarget(entry) / 8
  if (!(aim > 0)) return 1
  const steps = DIVISIBLE.test(entry.unit.trim()) ? STEPS : STEPS.filter((step) => step >= 1)
  const distance = (step: number) => Math.abs(Math.log(step / aim))
  return steps.reduce((best, step) => (distance(step) <= distance(best) ? step : best))
}

function dailyTarget({ target, target_per, schedule }: Parameters<typeof stepOf>[0]): number {
  const times = target_per === 'period' && schedule.kind === 'times_per_period' ? schedule.times : 1
  return (target ?? 0) / times
}

export const addAmounts = (amount: number | null, more: number): number => round((amount ?? 0) + more)
