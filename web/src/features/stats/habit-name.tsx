/** A habit by name, in its colour, leading to its own page. */
import { Link } from '@tanstack/react-router'
import type { HabitMark } from '@/api'
import { drawnColor } from '@/lib/palette'

export const colorOf = (habit: HabitMark): string | null | undefined => habit.color ?? habit.theme?.color

export function HabitName({ habit }: { habit: HabitMark }) {
  return (
    <Link
      to="/habits/$id"
      params={{ id: habit.id }}
      className="-my-px flex min-h-11 items-center gap-2.5 py-1.5 leading-snug font-medium hover:underline"
    >
      <svg viewBox="0 0 10 10" aria-hidden="true" className="size-2.5 flex-none">
        <circle cx={5} cy={5} r={4.5} style={{ fill: drawnColor(colorOf(habit)) }} stroke="var(--edge)" />
      </svg>
      <span className="min-w-0 wrap-anywhere">{habit.name}</span>
    </Link>
  )
}
