/** The panel behind Dialog and Sheet; loaded lazily. */
import { useLingui } from '@lingui/react/macro'
import clsx from 'clsx'
import { Dialog as Radix } from 'radix-ui'
import { IconButton } from './button'
import type { PanelProps } from './dialog'
import { useFocusReturn } from './focus-return'

const shapes = {
  dialog:
    'appear-rise inset-x-3 top-[max(1rem,12vh)] mx-auto max-h-[min(80vh,46rem)] max-w-120 rounded-panel border border-rule',
  sheet:
    'inset-x-0 bottom-0 max-h-[88dvh] animate-[slide-up_180ms_var(--ease-settle)] rounded-t-panel border-t border-rule pb-[env(safe-area-inset-bottom)] wide:inset-y-0 wide:right-0 wide:left-auto wide:max-h-none wide:w-105 wide:animate-[slide-in_180ms_var(--ease-settle)] wide:rounded-none wide:border-t-0 wide:border-l',
}

export function DialogPanel({
  kind,
  open,
  onOpenChange,
  title,
  lead,
  actions,
  description,
  footer,
  children,
}: PanelProps & { kind: 'dialog' | 'sheet' }) {
  const { t } = useLingui()
  const { remember, onCloseAutoFocus } = useFocusReturn()
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="appear-fade fixed inset-0 z-40 bg-veil" />
        <Radix.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          onOpenAutoFocus={(event) => {
            remember()
            focusFirst(event)
          }}
          onCloseAutoFocus={onCloseAutoFocus}
          className={clsx('fixed z-50 flex flex-col bg-paper shadow-float', shapes[kind])}
        >
          <div className="flex items-start gap-3 border-b border-rule py-2.5 pr-2 pl-5">
            {lead && <div className="-mr-3 -ml-2 flex-none">{lead}</div>}
            <div className="min-w-0 flex-1 py-2">
              <Radix.Title className="text-[1.1875rem] leading-tight wrap-anywhere">{title}</Radix.Title>
              {description && (
                <Radix.Description className="mt-1 text-note text-ink-2">{description}</Radix.Description>
              )}
            </div>
            <div className="flex">
              {actions}
              <Radix.Close asChild>
                <IconButton icon="close" label={t`Close`} />
              </Radix.Close>
            </div>
          </div>
          <div
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
            tabIndex={0}
            className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 py-4 outline-offset-[-2px]"
          >
            {children}
          </div>
          {footer && (
            <div className="flex flex-wrap justify-end gap-2 border-t border-rule px-5 py-3">{footer}</div>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** A form starts in its first field; what is only read starts at its heading, not at the close button. */
function focusFirst(event: Event) {
  event.preventDefault()
  const panel = event.currentTarget as HTMLElement
  const field = panel.querySelector<HTMLElement>(
    'input:not(:disabled), select:not(:disabled), textarea:not(:disabled)',
  )
  ;(field ?? panel).focus()
}
