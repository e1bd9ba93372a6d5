/** The words for entries of a file that are not taken over, by reason. */
import { plural } from '@lingui/core/macro'

const words: Record<string, (count: number) => string> = {
  automatic: (count) =>
    plural(count, {
      one: '# day that Loop filled in by itself; nobody ticked it',
      other: '# days that Loop filled in by itself; nobody ticked them',
    }),
  unanswered: (count) => plural(count, { one: '# day without an answer', other: '# days without an answer' }),
  repeated: (count) =>
    plural(count, { one: '# second entry for the same day', other: '# second entries for the same day' }),
  future: (count) => plural(count, { one: '# day in the future', other: '# days in the future' }),
  unreadable: (count) =>
    plural(count, { one: '# entry that cannot be read', other: '# entries that cannot be read' }),
  without_habit: (count) =>
    plural(count, { one: '# entry without its habit', other: '# entries without their habit' }),
}

export const leftOutText = (reason: string, count: number): string =>
  words[reason]?.(count) ?? `${count} · ${reason}`
