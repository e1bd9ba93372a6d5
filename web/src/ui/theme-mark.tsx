/** The mark of a theme: a lozenge in its colour, as printers set between paragraphs. */
import clsx from 'clsx'
import { drawnColor } from '@/lib/palette'

interface ThemeMarkProps {
  /** Missing for what has no theme: an open lozenge. */
  color?: string | undefined
  size?: number
  className?: string
}

/** Decorative: the theme's name stands beside it. */
export function ThemeMark({ color, size = 11, className }: ThemeMarkProps) {
  // A colour of one's own may be as pale as the paper: it is given an edge, as what has no colour is.
  const ink = color && drawnColor(color)
  const isEdged = !ink?.startsWith('var')
  return (
    <svg
      viewBox="0 0 12 12"
      width={size}
      height={size}
      aria-hidden="true"
      className={clsx('flex-none', ink ? 'fill-current' : 'fill-none', className)}
      style={ink ? { color: ink } : undefined}
    >
      <path
        d="M6 .8 11.2 6 6 11.2.8 6z"
        stroke={isEdged ? 'var(--edge)' : 'currentColor'}
        strokeWidth={isEdged ? 0.75 : 1}
        strokeLinejoin="round"
      />
    </svg>
  )
}

/** Mark and name of a theme among the quiet words about something. */
export function ThemeTag({ theme }: { theme: { name: string; color: string } }) {
  return (
    <span className="inline-flex max-w-full items-baseline gap-1 whitespace-nowrap">
      <ThemeMark color={theme.color} size={9} className="self-center" />
      <span className="truncate">{theme.name}</span>
    </span>
  )
}
