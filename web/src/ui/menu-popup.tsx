/** The popup behind MenuButton and MenuArea; loaded lazily. */
import clsx from 'clsx'
import { DropdownMenu } from 'radix-ui'
import { Icon } from './icon'
import type { MenuItem, OpenMenu } from './menu'
import { Kbd } from './status'

interface PopupProps extends OpenMenu {
  label: string
  onClose: () => void
}

export function MenuPopup({ label, items, at, opener, onClose }: PopupProps) {
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={(open) => !open && onClose()}>
      <DropdownMenu.Trigger asChild>
        <span
          aria-hidden="true"
          className="pointer-events-none fixed size-0"
          style={{ left: at.x, top: at.y }}
        />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={opener.closest<HTMLElement>('[role=dialog], main, aside, nav')}>
        <DropdownMenu.Content
          aria-label={label}
          aria-labelledby={undefined}
          align="end"
          collisionPadding={10}
          loop
          onCloseAutoFocus={(event) => event.preventDefault()}
          className="appear-rise z-60 min-w-52 rounded-panel border border-rule bg-leaf p-1 shadow-float"
        >
          {items.map((item, index) =>
            item ? (
              <Entry key={item.label} item={item} onClose={onClose} />
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no identity but its place
              <DropdownMenu.Separator key={index} className="mx-2.5 my-1 h-px bg-rule" />
            ),
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

function Entry({ item, onClose }: { item: MenuItem; onClose: () => void }) {
  return (
    <DropdownMenu.Item
      disabled={item.disabled}
      onSelect={() => {
        // The focus goes back first: what opens next takes it from there, and gives it back.
        onClose()
        item.onSelect()
      }}
      className={clsx(
        'flex min-h-11 cursor-pointer items-center gap-3 rounded-[7px] px-3 text-base outline-none data-disabled:text-ink-3 data-highlighted:bg-sunk data-highlighted:outline-2 data-highlighted:-outline-offset-2 data-highlighted:outline-accent',
        item.danger && 'text-bad',
      )}
    >
      {item.icon ? (
        <Icon name={item.icon} className={item.danger ? '' : 'text-ink-2'} />
      ) : (
        <span className="w-4.5" />
      )}
      <span className="flex-1">{item.label}</span>
      {item.keys && <Kbd>{item.keys}</Kbd>}
    </DropdownMenu.Item>
  )
}
