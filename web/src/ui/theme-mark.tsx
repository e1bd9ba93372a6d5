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
  return (
    <svg
      viewBox="0 0 12 12"
      width={size}
      height={size}
      aria-hidden="true"
      className={clsx('flex-none', color ? 'fill-current' : 'fill-none', className)}
      style={color ? { color: drawnColor(color) } : undefined}
    >
      <path d="M6 .9 11.1 6 6 11.1.9 6z" stroke="var(--edge)" strokeWidth="1" strokeLinejoin="round" />
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
