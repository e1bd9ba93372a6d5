/** The command palette; loaded lazily. */
import { useLingui } from '@lingui/react/macro'
import { Command as Cmdk, useCommandState } from 'cmdk'
import { Dialog } from 'radix-ui'
import { type Command, useAllCommands } from '@/lib/commands'
import { useMe } from '@/lib/session'
import { Icon } from '@/ui'
import { useFocusReturn } from '@/ui/focus-return'
import { Keys } from './keys'
import { openQuickAdd } from './overlay-state'

export function Palette({ onOpenChange }: { onOpenChange: (open: boolean) => void }) {
  const { t } = useLingui()
  const { remember, onCloseAutoFocus } = useFocusReturn()
  const me = useMe()
  const commands = useAllCommands().filter((command) => !command.keysOnly)
  const groups = [...new Set(commands.map((command) => command.group))]
  return (
    <Dialog.Root open onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="appear-fade fixed inset-0 z-40 bg-veil" />
        <Dialog.Content
          aria-describedby={undefined}
          onOpenAutoFocus={remember}
          onCloseAutoFocus={onCloseAutoFocus}
          className="appear-rise fixed inset-x-3 top-[max(0.75rem,12vh)] z-50 mx-auto max-w-140 overflow-hidden rounded-panel border border-rule bg-paper shadow-float"
        >
          <Dialog.Title className="sr-only">{t`Search commands`}</Dialog.Title>
          <Cmdk label={t`Search commands`} loop>
            <div className="flex items-center gap-3 border-b border-rule pr-2 pl-4.5">
              <Icon name="search" className="flex-none text-ink-2" />
              <Cmdk.Input
                placeholder={t`Where to, or what to do?`}
                className="h-13 min-w-0 flex-1 bg-transparent text-[1.0625rem] outline-none placeholder:text-ink-3"
              />
            </div>
            <Cmdk.List label={t`Commands`} className="max-h-[min(26rem,60vh)] overflow-y-auto p-1.5">
              {!me && (
                <Cmdk.Empty className="px-3 py-6 text-ink-2">{t`No command has this name.`}</Cmdk.Empty>
              )}
              {groups.map((group) => (
                <Cmdk.Group
                  key={group}
                  heading={group}
                  className="**:[[cmdk-group-heading]]:px-3 **:[[cmdk-group-heading]]:pt-2.5 **:[[cmdk-group-heading]]:pb-1 **:[[cmdk-group-heading]]:text-small **:[[cmdk-group-heading]]:text-ink-2"
                >
                  {commands
                    .filter((command) => command.group === group)
                    .map((command) => (
                      <Entry key={command.id} command={command} onDone={() => onOpenChange(false)} />
                    ))}
                </Cmdk.Group>
              ))}
              {me && <AddTask onDone={() => onOpenChange(false)} />}
            </Cmdk.List>
          </Cmdk>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** Whatever was typed can be a task: the last thing offered, and the only one behind a plus. */
function AddTask({ onDone }: { onDone: () => void }) {
  const { t } = useLingui()
  const typed = useCommandState((state) => state.search)
  const line = typed.replace(/^\s*\+/, '').trim()
  if (typed.trim() === '') return null
  const run = () => {
    onDone()
    openQuickAdd(line)
  }
  return (
    <Cmdk.Item forceMount value={`add-task ${typed}`} onSelect={run} className={entryLook}>
      <Icon name="plus" className="text-ink-2" />
      <span className="min-w-0 flex-1 truncate">
        {line ? t`Add task: ${line}` : t`Add a task in one line`}
      </span>
    </Cmdk.Item>
  )
}

const entryLook =
  'flex min-h-11 cursor-pointer items-center gap-3 rounded-[7px] px-3 aria-selected:bg-sunk aria-selected:shadow-[inset_2px_0_var(--accent)]'

function Entry({ command, onDone }: { command: Command; onDone: () => void }) {
  const run = () => {
    onDone()
    command.run()
  }
  return (
    <Cmdk.Item
      value={`${command.title} ${command.id}`}
      keywords={command.keywords}
      onSelect={run}
      className={entryLook}
    >
      {command.icon ? <Icon name={command.icon} className="text-ink-2" /> : <span className="w-4.5" />}
      <span className="flex-1">{command.title}</span>
      {command.keys && <Keys keys={command.keys} />}
    </Cmdk.Item>
  )
}
