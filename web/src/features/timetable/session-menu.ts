/** What the menu of a session offers. */
import { useLingui } from '@lingui/react/macro'
import { useCallback } from 'react'
import type { RoutineRead, SessionRead } from '@/api'
import { shortDate } from '@/lib/dates'
import type { MenuItem, MenuItems } from '@/ui'
import type { SessionActions } from './actions'
import { type Block, takesPlace } from './grid/blocks'
import { cancelling, moveBack, rangeOf, restoring } from './moves'

interface MenuProps {
  routine: RoutineRead
  actions: SessionActions
  today: string | undefined
  onOpen: (block: Block) => void
  onDuplicate: (block: Block) => void
  /** Cancelling for longer, or with a reason. */
  onCancel: (block: Block) => void
}

/** One tap: what takes place is cancelled, what is cancelled takes place. */
export function useToggle(routine: RoutineRead, actions: SessionActions) {
  const { t } = useLingui()
  return useCallback(
    (block: Block) => {
      const session = routine.sessions.find(({ id }) => id === block.sessionId)
      if (!session || block.state === 'moved_away') return
      const restored = restoring(block)
      const change = restored ?? (takesPlace(block) ? cancelling(block.plannedOn) : undefined)
      if (!change) return
      const message = restored ? t`${block.subject} takes place` : t`${block.subject} is cancelled`
      actions.write(session, change.write, change.back, message)
    },
    [t, routine, actions],
  )
}

export function useSessionMenu(props: MenuProps): (block: Block) => MenuItems {
  const { routine, actions, onOpen, onDuplicate } = props
  const { t } = useLingui()
  const toggle = useToggle(routine, actions)
  const about = useDateItems(props, toggle)
  return (block) => {
    const session = routine.sessions.find(({ id }) => id === block.sessionId)
    if (!session) return []
    return [
      { label: t`Open`, icon: 'edit', keys: '↵', onSelect: () => onOpen(block) },
      { label: t`Duplicate`, icon: 'copy', keys: 'D', onSelect: () => onDuplicate(block) },
      null,
      ...about(block, session),
      null,
      {
        label: t`Delete`,
        icon: 'trash',
        danger: true,
        onSelect: () => actions.remove(session),
      },
    ]
  }
}

type ItemsOf = (block: Block, session: SessionRead) => MenuItem[]

/** About the date that the menu was opened on, or in the pattern about all of them. */
function useDateItems(props: MenuProps, toggle: (block: Block) => void): ItemsOf {
  const cancels = useCancelItems(props, toggle)
  const moves = useMoveItems(props)
  const ticks = useTickItems(props)
  return (block, session) => [...cancels(block, session), ...moves(block, session), ...ticks(block, session)]
}

function useCancelItems({ actions, onCancel }: MenuProps, toggle: (block: Block) => void): ItemsOf {
  const { t, i18n } = useLingui()
  const rangeItems: ItemsOf = ({ scope, plannedOn, subject }, session) => {
    const range = scope === 'range' ? rangeOf(session, plannedOn) : undefined
    if (!range?.first_on || !range.last_on) return []
    const [from, to] = [shortDate(range.first_on, i18n.locale), shortDate(range.last_on, i18n.locale)]
    const { write, back } = cancelling(range.first_on, range.reason, range.last_on)
    const label = t`Restore all from ${from} to ${to}`
    const message = t`${subject} takes place`
    return [{ label, icon: 'undo', onSelect: () => actions.write(session, back, write, message) }]
  }
  return (block, session) => {
    if (takesPlace(block))
      return [
        {
          label: block.plannedOn ? t`Cancel this date` : t`Cancel every date`,
          icon: 'cancel',
          keys: 'X',
          onSelect: () => toggle(block),
        },
        { label: t`Cancel with a reason…`, icon: 'note', onSelect: () => onCancel(block) },
      ]
    if (!restoring(block)) return []
    const label = block.scope === 'series' ? t`Restore every date` : t`Restore this date`
    const one: MenuItem = { label, icon: 'undo', keys: 'X', onSelect: () => toggle(block) }
    return [one, ...rangeItems(block, session)]
  }
}

function useMoveItems({ actions }: MenuProps): ItemsOf {
  const { t, i18n } = useLingui()
  return ({ plannedOn, state, subject }, session) => {
    if (!plannedOn || (state !== 'moved_here' && state !== 'moved_away')) return []
    const { write, back } = moveBack(session, plannedOn)
    const message = t`${subject} is back where it was planned`
    const day = shortDate(plannedOn, i18n.locale)
    return [
      {
        label: t`Move back to ${day}`,
        icon: 'retry',
        onSelect: () => actions.write(session, write, back, message),
      },
    ]
  }
}

/** A task can be ticked on days that have come. */
function useTickItems({ actions, today }: MenuProps): ItemsOf {
  const { t } = useLingui()
  return (block, session) => {
    const { plannedOn: date, subject } = block
    if (!date || !today || date > today || block.kind !== 'task' || !takesPlace(block)) return []
    const [tick, untick] = [{ kind: 'tick', date } as const, { kind: 'untick', date } as const]
    return [
      block.isDone
        ? {
            label: t`Not done`,
            icon: 'minus',
            onSelect: () => actions.write(session, untick, tick, t`${subject}: open again`),
          }
        : {
            label: t`Done`,
            icon: 'check',
            onSelect: () => actions.write(session, tick, untick, t`${subject}: done`),
          },
    ]
  }
}
