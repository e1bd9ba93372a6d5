/** What was understood of the line, each part with a way to take it back. */
import { useLingui } from '@lingui/react/macro'
import type { QuickAddRead } from '@/api'
import { Icon } from '@/ui'
import { ThemeMark } from '@/ui/theme-mark'
import type { Part } from './quick-add-spans'
import { impliedDate, partIcons, partWords, spokenPart } from './quick-add-words'

interface ChipsProps {
  read: QuickAddRead
  parts: readonly Part[]
  today: string
  /** Where it goes when the line names no theme: to the one that is shown. */
  themeName: string | undefined
  onRemove: (part: Part) => void
}

export function QuickAddChips({ read, parts, today, themeName, onRemove }: ChipsProps) {
  const { t } = useLingui()
  const asides = [impliedDate(read, parts, today), themeName && !read.theme ? t`in ${themeName}` : ''].filter(
    (words) => words !== '',
  )
  return (
    <ul aria-label={t`What was understood`} className="-mx-1 -my-0.5 flex flex-wrap items-center">
      {parts.map((part) => {
        const spoken = spokenPart(part, read, today)
        return (
          <li key={part.kind} className="max-w-full">
            <button
              type="button"
              title={t`Leave it in the title`}
              aria-label={t`Remove: ${spoken}`}
              onClick={() => onRemove(part)}
              className="group/chip grid min-h-11 max-w-full items-center px-1"
            >
              <span className="flex min-w-0 items-center gap-1.5 rounded-full border border-rule bg-leaf py-1.5 pr-2 pl-2.5 text-small leading-tight group-hover/chip:border-edge">
                <PartMark part={part} read={read} />
                <span className="min-w-0 truncate">{partWords(part, read, today)}</span>
                <Icon name="close" size={14} className="text-ink-3 group-hover/chip:text-ink" />
              </span>
            </button>
          </li>
        )
      })}
      {asides.map((aside) => (
        <li key={aside} className="px-1.5 text-small text-ink-2">
          {aside}
        </li>
      ))}
    </ul>
  )
}

function PartMark({ part, read }: Pick<ChipsProps, 'read'> & { part: Part }) {
  if (part.kind === 'theme') return <ThemeMark color={read.theme?.color} />
  return <Icon name={partIcons[part.kind]} size={15} className="text-ink-2" />
}
