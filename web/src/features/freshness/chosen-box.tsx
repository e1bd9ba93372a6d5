/** The box of a batch while several are being selected. The list hears the press; this says it, and takes the space bar. */
import { useLingui } from '@lingui/react/macro'
import { Icon } from '@/ui'

export function ChosenBox({ name, isSelected }: { name: string; isSelected: boolean }) {
  const { t } = useLingui()
  return (
    <span className="relative grid size-11 flex-none place-items-center">
      <input
        type="checkbox"
        aria-label={t`Select ${name}`}
        checked={isSelected}
        onChange={() => undefined}
        className="peer absolute inset-0 appearance-none rounded-control"
      />
      <span className="pointer-events-none grid size-6 place-items-center rounded-full border-[1.75px] border-edge bg-leaf text-leaf peer-checked:border-ink peer-checked:bg-ink peer-checked:text-paper">
        <Icon name="check" size={16} />
      </span>
    </span>
  )
}
