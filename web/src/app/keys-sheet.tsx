/** The cheat sheet of keyboard shortcuts; loaded lazily. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { setSingleKeys, singleKeysOn, useAllCommands } from '@/lib/commands'
import { Dialog, Switch } from '@/ui'
import { Keys } from './keys'

export function KeysSheet({ onOpenChange }: { onOpenChange: (open: boolean) => void }) {
  const { t } = useLingui()
  const [single, setSingle] = useState(singleKeysOn)
  const commands = useAllCommands().filter((command) => command.keys)
  const groups = [...new Set(commands.map((command) => command.group))]
  const toggle = (on: boolean) => {
    setSingleKeys(on)
    setSingle(on)
  }
  return (
    <Dialog open onOpenChange={onOpenChange} title={<Trans>Keyboard shortcuts</Trans>}>
      {groups.map((group) => (
        <section key={group} className="mb-5">
          <h3 className="mb-1 text-base">{group}</h3>
          <dl>
            {commands
              .filter((command) => command.group === group)
              .map((command) => (
                <div
                  key={command.id}
                  className="flex min-h-10 items-center justify-between gap-4 border-b border-rule"
                >
                  <dt>{command.title}</dt>
                  <dd>{command.keys && <Keys keys={command.keys} />}</dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
      <Switch
        label={t`Shortcuts without a modifier key`}
        hint={t`Switch off if you dictate, or if keys are pressed by accident.`}
        checked={single}
        onChange={(event) => toggle(event.target.checked)}
      />
    </Dialog>
  )
}
