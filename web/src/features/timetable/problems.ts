/** The words for why the timetable refuses something. */
import { msg } from '@lingui/core/macro'
import { nameProblems } from '@/lib/problem'

nameProblems({
  too_many_routines: msg`There are 50 timetables already. Delete one first.`,
  too_many_sessions: msg`A timetable has room for 500 sessions, all of them together for 2000.`,
  too_many_deleted: msg`Too much was deleted to be kept. Restore something, and change it instead.`,
  too_many_exceptions: msg`A session can have 200 dates cancelled and 200 moved, all sessions together 5000. Take some back first.`,
  routine_not_found: msg`This timetable is not here any more.`,
  routine_deleted: msg`This timetable was deleted.`,
  session_not_found: msg`This session is not here any more.`,
  session_deleted: msg`This session was deleted.`,
  session_elsewhere: msg`This session is in another timetable.`,
  not_a_task: msg`Only tasks can be ticked.`,
  no_such_week: msg`The rotation has no such week`,
  no_session: msg`The session is not on this day`,
  ends_before_start: msg`The end lies before the start`,
  all_days_hidden: msg`Leave at least one day in sight`,
})
