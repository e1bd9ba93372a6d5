/** What is pressed and what opens: buttons, menus, popovers, tooltips, tabs, dialogs, sheets, messages. */
import { useState } from 'react'
import {
  Button,
  buttonLook,
  Dialog,
  Field,
  IconButton,
  Input,
  Mark,
  MenuButton,
  Sheet,
  showToast,
} from '@/ui'
import { Popover } from '@/ui/popover'
import { Tabs } from '@/ui/tabs'
import { Tooltip } from '@/ui/tooltip'
import { showOverlay } from '../overlay-state'
import { Line, Section } from './section'

const nothing = () => undefined

export function ActionsSection() {
  return (
    <Section title="Buttons">
      <Line>
        <Button variant="primary">Save habit</Button>
        <Button>Cancel</Button>
        <Button variant="quiet">Not now</Button>
        <Button variant="danger" icon="trash">
          Delete
        </Button>
        <a href="#main" className={buttonLook('secondary')}>
          All habits
        </a>
      </Line>
      <Line>
        <Button variant="primary" busy>
          Saving
        </Button>
        <Button variant="primary" disabled>
          Disabled
        </Button>
        <Button disabled>Disabled</Button>
        <IconButton icon="previous" label="Previous day" framed />
        <IconButton icon="next" label="Next day" framed />
        <IconButton icon="edit" label="Edit" />
        <IconButton icon="trash" label="Delete" disabled />
      </Line>
    </Section>
  )
}

export function OverlaysSection() {
  const [open, setOpen] = useState<'dialog' | 'sheet' | null>(null)
  const close = () => setOpen(null)
  const footer = (
    <>
      <Button onClick={close}>Cancel</Button>
      <Button variant="primary" onClick={close}>
        Save
      </Button>
    </>
  )
  const form = (
    <Field label="Amount" hint="In litres">
      {(control) => <Input {...control} inputMode="decimal" defaultValue="0.25" />}
    </Field>
  )
  return (
    <Section title="What opens">
      <Line>
        <Button onClick={() => setOpen('dialog')}>Open dialog</Button>
        <Button onClick={() => setOpen('sheet')}>Open sheet</Button>
        <MenuButton
          label="Open menu"
          framed
          items={[
            { label: 'Edit', icon: 'edit', onSelect: nothing },
            null,
            { label: 'Delete', icon: 'trash', danger: true, onSelect: nothing },
          ]}
        />
        <Popover label="About strength" trigger={<Button>Open popover</Button>}>
          Strength looks back further than a streak: one missed day costs little.
        </Popover>
        <Tooltip text="41 in a row">
          <Button>Hover me</Button>
        </Tooltip>
        <Button onClick={() => void showToast('Stretch ten minutes skipped', { undo: nothing })}>
          Show message
        </Button>
        <Button
          onClick={() =>
            void showToast('This was refused', { tone: 'bad', detail: 'The habit was archived.' })
          }
        >
          Show refusal
        </Button>
        <Button onClick={() => showOverlay('palette')}>Open palette</Button>
        <Button onClick={() => showOverlay('keys')}>Open shortcuts</Button>
      </Line>
      <Tabs
        label="Parts"
        tabs={[
          { value: 'history', label: 'History', content: 'Every day that was ticked.' },
          { value: 'strength', label: 'Strength', content: 'A line from 0 to 100.' },
        ]}
      />
      <Dialog
        open={open === 'dialog'}
        onOpenChange={close}
        title="Drink water"
        description="How much was it?"
        footer={footer}
      >
        {form}
      </Dialog>
      <Sheet
        open={open === 'sheet'}
        onOpenChange={close}
        lead={<Mark shape="square" label="Done" onToggle={nothing} />}
        actions={<IconButton icon="trash" label="Delete it" onClick={close} />}
        title="Drink water"
        description="How much was it?"
        footer={footer}
      >
        {form}
      </Sheet>
    </Section>
  )
}
