/** What rows of every kind share: the theme in the quiet line, and the word for what waits to be sent. */
import { useLingui } from '@lingui/react/macro'
import type { ThemeMark } from '@/api'
import { useThemeFilter } from '@/lib/themes'
import { Pill } from '@/ui'
import { ThemeTag } from '@/ui/theme-mark'

/** The line, and the theme after it, unless one theme is shown alone: its name on every row would say nothing. */
export function LineWithTheme({ line, theme }: { line: string; theme: ThemeMark | null }) {
  const isNamed = useThemeFilter().value === undefined
  if (!theme || !isNamed) return line
  return (
    <>
      {line && `${line} · `}
      <ThemeTag theme={theme} />
    </>
  )
}

export function Waiting() {
  const { t } = useLingui()
  return (
    // What is sent at once does not flicker by: the word comes only when it takes long.
    <span className="animate-[fade_140ms_linear_1200ms_backwards]">
      <Pill icon="clock">{t`Waiting`}</Pill>
    </span>
  )
}
