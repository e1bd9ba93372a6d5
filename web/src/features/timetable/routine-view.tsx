/** The grid with everything around it: headline, ways, days, and what is asked, opened and made. */
import { t } from '@lingui/core/macro'
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import type { RoutineRead, RoutineWeek } from '@/api'
import { addDays } from '@/lib/dates'
import { weekdayOf } from '@/lib/schedule-words'
import { useTodayDate } from '@/lib/today'
import type { MenuItems } from '@/ui'
import type { RowMenu } from '@/ui/menu'
import { useSessionActions } from './actions'
import { useBoard } from './board'
import { DayCopy } from './day-copy'
import { DayStrip } from './day-strip'
import type { GridDay } from './grid/blocks'
import { WeekGrid } from './grid/week-grid'
import { Headline } from './headline'
import { HiddenDays } from './hidden-days'
import { useIsNarrow } from './narrow'
import { Opened } from './opened'
import type { TimetableSearch } from './page'
import { isUnsent, useWeek } from './queries'
import { GridSkeleton, UnreadWeek } from './states'
import { Toolbar } from './toolbar'
import { useEditing } from './use-editing'
import { useFirstLook } from './use-first-look'
import { useTurning } from './use-turning'
import { useView } from './use-view'
import { useViewCommands } from './view-commands'
import { dayWords } from './words'

/** The grid is shown first; what is asked beside it is at hand when it is wanted. */
const loadAsked = () => import('./asked')
const Asked = lazy(() => loadAsked().then((file) => ({ default: file.Asked })))

interface ViewProps {
  routine: RoutineRead
  pending: ReadonlySet<string>
  search: TimetableSearch
  /** Beside the headline. */
  actions: ReactNode
}

/** Pixels of a minute: three lines in a session of the usual length, and more for a finger; bounded both ways. */
function scaleOf({ session_minutes }: RoutineRead, isNarrow: boolean): number {
  const [usual, least, most] = isNarrow ? [66, 1.5, 2] : [56, 1, 1.6]
  return Math.min(most, Math.max(least, usual / session_minutes))
}

export function RoutineView({ routine, pending, search, actions: headActions }: ViewProps) {
  const isNarrow = useIsNarrow()
  const { view, date, weeks, rotationWeek, go } = useView(routine, search)
  const isWeek = view === 'week'
  const { query, week: read, previous } = useWeek(routine.id, date, isWeek)
  const week = isWeek ? read : undefined
  const [showsHidden, setShowsHidden] = useState(false)
  const { today, only, setDay } = useOnlyDay(isNarrow, date)
  const { board, only: single } = useBoard({
    routine,
    pending,
    week,
    previous,
    rotationWeek,
    showsHidden,
    only,
  })
  const alone = isNarrow ? board.shown[0] : undefined
  const actions = useSessionActions(routine)
  const open = (to: TimetableSearch) => go({ ...search, session: undefined, on: undefined, ...to })
  const editing = useEditing({ routine, board, actions, today, open, rotationWeek, isWeek })
  // While a week is on its way, the next step goes on from it.
  const from = date ?? week?.first_on
  const onStep = (step: -1 | 1) => from && open({ date: addDays(from, 7 * step) })
  useViewCommands({
    onAdd: editing.add,
    onStep,
    onView: () => open({ view: isWeek ? 'pattern' : undefined }),
  })
  const field = useRef<HTMLDivElement>(null)
  useEffect(() => {
    void Promise.allSettled([loadAsked()])
  }, [])
  useFirstLook(field, !isWeek || week !== undefined)
  useTurning(field, {
    isOn: isNarrow && !editing.asked,
    order: board.seen.map(({ weekday }) => weekday),
    shown: single,
    onDay: setDay,
    onWeek: onStep,
  })
  return (
    <>
      <Headline routine={routine} week={week} rotationWeek={rotationWeek} day={alone} actions={headActions} />
      <Toolbar
        view={view}
        hasDates={!isUnsent(routine)}
        onView={(to) => open({ view: to === 'pattern' ? to : undefined })}
        date={week?.first_on}
        isThisWeek={holdsToday(week)}
        onStep={onStep}
        onDate={(to) => {
          setDay(to ? weekdayOf(to) : undefined)
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
          <ToCome query={query} onThisWeek={() => open({ date: undefined })} />
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
            scale={scaleOf(routine, isNarrow)}
            hasHeads={!isNarrow}
            {...editing.handlers}
          />
        )}
      </div>
      {alone && <DayCopy {...dayMenu(alone, editing.menuOfDay)} />}
      <Suspense fallback={null}>
        {editing.asked && (
          <Asked
            routine={routine}
            days={board.shown}
            editing={editing}
            asked={editing.asked}
            rotationWeek={rotationWeek}
          />
        )}
      </Suspense>
      <Opened
        routine={routine}
        days={board.shown}
        search={search}
        editing={editing}
        actions={actions}
        onClose={() => open({})}
      />
    </>
  )
}

/** The day that is drawn where there is room for one: that of the address, else today, until another is chosen. */
function useOnlyDay(isNarrow: boolean, date: string | undefined) {
  const today = useTodayDate()
  const [day, setDay] = useState(date ? weekdayOf(date) : undefined)
  const chosen = day ?? (today ? weekdayOf(today) : 'mon')
  return { today, only: isNarrow ? chosen : undefined, setDay }
}

const dayMenu = (day: GridDay, itemsOf: (day: GridDay) => MenuItems): RowMenu => ({
  label: t`Copy ${dayWords(day)}`,
  items: itemsOf(day),
})

const holdsToday = (week: RoutineWeek | undefined) => week?.days.some(({ is_today }) => is_today) ?? true

interface ToComeProps extends Pick<ReturnType<typeof useWeek>, 'query'> {
  onThisWeek: () => void
}

function ToCome({ query, onThisWeek }: ToComeProps) {
  const error = query.error ?? (query.fetchStatus === 'paused' ? query.failureReason : null)
  if (!error) return <GridSkeleton />
  return <UnreadWeek error={error} onRetry={() => void query.refetch()} onThisWeek={onThisWeek} />
}
