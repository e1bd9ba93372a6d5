/** Days that the grid hides although something is on them: a badge that shows them. */
import { useLingui } from '@lingui/react/macro'
import { Icon } from '@/ui'
import type { Board } from './board'
import { dayWords, sessionsInWords } from './words'

interface HiddenProps {
  hidden: Board['hidden']
  isShown: boolean
  onShow: (shown: boolean) => void
}

export function HiddenDays({ hidden, isShown, onShow }: HiddenProps) {
  const { t } = useLingui()
  if (hidden.length === 0) return null
  const words = hidden.map(({ day, count }) => `${dayWords(day)}: ${sessionsInWords(count)}`).join(', ')
  return (
    <button
      type="button"
      aria-pressed={isShown}
      onClick={() => onShow(!isShown)}
      className="no-print mt-2 inline-flex min-h-11 items-center gap-2 rounded-control px-2.5 text-note text-ink-2 hover:bg-sunk hover:text-ink"
    >
      <Icon name="calendar" size={16} />
      <span>
        {isShown ? t`Hide again` : t`Not shown`} · {words}
      </span>
    </button>
  )
}
