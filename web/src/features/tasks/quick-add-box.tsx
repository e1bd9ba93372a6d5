/** A task in one line: typed, read back while it is typed, and noted with Enter. */
import { Trans, useLingui } from '@lingui/react/macro'
import clsx from 'clsx'
import { useEffect, useId, useRef } from 'react'
import { Button, Icon } from '@/ui'
import { QuickAddChips } from './quick-add-chips'
import { QuickAddInput } from './quick-add-input'
import { spokenPart } from './quick-add-words'
import { useQuickAdd } from './use-quick-add'

interface BoxProps {
  today: string
  start?: string
  /** Opened to be typed into: takes the focus and shows its buttons. */
  isAlone?: boolean
  onDone?: () => void
}

export function QuickAddBox({ today, start = '', isAlone = false, onDone }: BoxProps) {
  const { t } = useLingui()
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const box = useQuickAdd({ today, start, onDone })
  const { line, parts, reading } = box
  useEffect(() => {
    const element = isAlone ? field.current : null
    element?.focus()
    element?.setSelectionRange(element.value.length, element.value.length)
  }, [isAlone])
  const isOpen = isAlone || line.text !== ''
  const spoken = reading && parts.map((part) => spokenPart(part, reading.read, today)).join(', ')
  const remove = (part: (typeof parts)[number]) => {
    box.ignore(part)
    field.current?.focus()
  }
  return (
    <div className={clsx('no-print', !isAlone && 'mt-4')}>
      <div
        className={clsx(
          'flex items-start gap-3 rounded-control border bg-leaf px-3 focus-within:border-accent focus-within:shadow-[inset_0_0_0_1px_var(--accent)]',
          box.fault ? 'border-bad' : 'border-edge',
        )}
      >
        <Icon name="plus" className="mt-3.5 text-ink-2" />
        <QuickAddInput
          ref={field}
          label={t`Add a task`}
          placeholder={isAlone ? t`Pay rent every Monday #home` : t`Add a task: Rent every Monday`}
          isBusy={box.isBusy}
          text={line.text}
          parts={parts}
          describedBy={`${id}-hint`}
          isWrong={box.fault !== undefined}
          onChange={box.type}
          onEnter={() => void box.add()}
          onShiftEnter={() => void box.openEditor()}
        />
      </div>
      <p id={`${id}-hint`} className="sr-only">
        <Trans>Enter adds it, Shift and Enter opens every field.</Trans>
      </p>
      <p aria-live="polite" className="sr-only">
        {spoken && t`Understood: ${spoken}`}
      </p>
      {isOpen && (
        <div className="mt-1 flex flex-wrap items-start justify-between gap-x-4">
          <div className="flex min-h-11 min-w-0 flex-1 basis-64 items-center">
            <Below box={box} today={today} onRemove={remove} />
          </div>
          <div className="ml-auto flex flex-none gap-1">
            <Button variant="quiet" onClick={() => void box.openEditor()}>
              <Trans>All fields</Trans>
            </Button>
            <Button
              variant={isAlone ? 'primary' : 'secondary'}
              busy={box.isBusy}
              onClick={() => void box.add()}
            >
              <Trans>Add task</Trans>
            </Button>
          </div>
        </div>
      )}
    </div>
  )
}

interface BelowProps {
  box: ReturnType<typeof useQuickAdd>
  today: string
  onRemove: Parameters<typeof QuickAddChips>[0]['onRemove']
}

/** What is wrong, else what was understood, else what can be said. */
function Below({ box, today, onRemove }: BelowProps) {
  const { fault, isOnline, reading, parts, themeName } = box
  if (fault)
    return (
      <p role="alert" className="flex items-start gap-1.5 text-small font-medium text-bad">
        <Icon name="alert" size={16} className="mt-px" />
        {fault}
      </p>
    )
  if (reading && parts.length > 0)
    return (
      <QuickAddChips
        read={reading.read}
        parts={parts}
        today={today}
        themeName={themeName}
        onRemove={onRemove}
      />
    )
  return (
    <p className="text-small text-ink-2">
      {isOnline ? (
        <Trans>Say when, how often, #theme or !high. Quotes keep words as they are.</Trans>
      ) : (
        <Trans>Without a connection the whole line becomes the title.</Trans>
      )}
    </p>
  )
}
