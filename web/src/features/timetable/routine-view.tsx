/** The grid with everything around it: headline, ways, days, and what is asked, opened and made. */
import { type ReactNode, useRef, useState } from 'react'
import type { RoutineRead, RoutineWeek, Weekday } from '@/api'
import { addDays } from '@/lib/dates'
import { weekdayOf } from '@/lib/schedule-words'
import { useTodayDate } from '@/lib/today'
import { Unread } from '@/ui/unread'
import { useSessionActions } from './actions'
import { Asked } from './asked'
import { useBoard } from './board'
import { DayStrip } from './day-strip'
import { WeekGrid } from './grid/week-grid'
import { Headline } from './headline'
import { HiddenDays } from './hidden-days'
import { useIsNarrow } from './narrow'
import { Opened } from './opened'
import type { TimetableSearch } from './page'
import { useWeek } from './queries'
import { GridSkeleton } from './states'
import { Toolbar } from './toolbar'
import { useEditing } from './use-editing'
import { useTurning } from './use-turning'
import { useView } from './use-view'

interface ViewProps {
  routine: RoutineRead
  pending: ReadonlySet<string>
  search: TimetableSearch
  /** Beside the headline. */
  actions: ReactNode
}

/** Pixels of a minute: a finger needs more. */
const SCALE = { wide: 1, narrow: 1.5 }

export function RoutineView({ routine, pending, search, actions: headActions }: ViewProps) {
  const isNarrow = useIsNarrow()
  const { view, date, weeks, rotationWeek, go } = useView(routine, search)
  const isWeek = view === 'week'
  const { query, week: read, previous } = useWeek(routine.id, date, isWeek)
  const week = isWeek ? read : undefined
  const [showsHidden, setShowsHidden] = useState(false)
  const today = useTodayDate()
  const [day, setDay] = useState<Weekday>()
  const chosen = day ?? (today ? weekdayOf(today) : 'mon')
  const only = isNarrow ? chosen : undefined
  const { board, only: single } = useBoard({
    routine,
    pending,
    week,
    previous,
    rotationWeek,
    showsHidden,
    only,
  })
  const actions = useSessionActions(routine)
  const open = (to: TimetableSearch) => go({ ...search, session: undefined, on: undefined, ...to })
  const editing = useEditing({ routine, board, actions, today, open, rotationWeek, isWeek })
  const field = useRef<HTMLDivElement>(null)
  useTurning(field, {
    isOn: isNarrow && !editing.asked,
    order: board.seen.map(({ weekday }) => weekday),
    shown: single,
    onDay: setDay,
    onWeek: (step) => week && open({ date: addDays(week.first_on, 7 * step) }),
  })
  return (
    <>
      <Headline
        routine={routine}
        week={week}
        rotationWeek={rotationWeek}
        day={isNarrow ? board.shown[0] : undefined}
        actions={headActions}
      />
      <Toolbar
        view={view}
        onView={(to) => open({ view: to === 'pattern' ? to : undefined })}
        date={week?.first_on}
        isThisWeek={holdsToday(week)}
        onStep={(step) => week && open({ date: addDays(week.first_on, 7 * step) })}
        onDate={(to) => {
          setDay(undefined)
          open({ date: to })
        }}
        rotationWeek={rotationWeek}
        weeks={weeks}
        onRotationWeek={(to) => open({ week: to })}
        onAdd={editing.add}
      />
      <HiddenDays hidden={board.hidden} isShown={showsHidden} onShow={setShowsHidden} />
      {isNarrow && <DayStrip days={board.seen} countOf={board.countOf} shown={single} onDay={setDay} />}
      <div ref={field} aria-busy={isWeek && query.isPlaceholderData}>
        {isWeek && !week ? (
          <ToCome query={query} />
        ) : (
          <WeekGrid
            label={routine.name}
            days={board.shown}
            blocks={board.blocks}
            carried={board.carried}
            nextOf={board.nextOf}
            routine={routine}
            slots={routine.slots}
            asked={editing.asked}
            focusOn={editing.focusOn}
            scale={isNarrow ? SCALE.narrow : SCALE.wide}
            hasHeads={!isNarrow}
            {...editing.handlers}
          />
        )}
      </div>
      <Asked routine={routine} days={board.shown} editing={editing} rotationWeek={rotationWeek} />
      <Opened
        routine={routine}
        days={board.shown}
        search={search}
        editing={editing}
        actions={actions}
        rotationWeek={rotationWeek}
        onClose={() => open({})}
      />
    </>
  )
}

const holdsToday = (week: RoutineWeek | undefined) => week?.days.some(({ is_today }) => is_today) ?? true

function ToCome({ query }: Pick<ReturnType<typeof useWeek>, 'query'>) {
  const failed = query.error ?? (query.fetchStatus === 'paused' ? query.failureReason : null)
  return failed ? <Unread error={failed} onRetry={() => void query.refetch()} /> : <GridSkeleton />
}
