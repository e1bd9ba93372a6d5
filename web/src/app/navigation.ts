/** The places of the almanac, in the order of the index. A place is listed once its route exists. */
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { LinkProps } from '@tanstack/react-router'
import type { IconName } from '@/ui'

export interface Place {
  to: NonNullable<LinkProps['to']>
  label: MessageDescriptor
  /** What is only heard after the label, where the label alone does not say what is there. */
  heard?: MessageDescriptor
  icon: IconName
  /** Second key of `g …`. */
  key: string
  /** `main`: index and bottom bar. `more`: under the rule of the index, and on the page More on phones. */
  shelf: 'main' | 'more'
}

export const places: readonly Place[] = [
  { to: '/', label: msg`Today`, icon: 'sun', key: 't', shelf: 'main' },
  { to: '/timetable', label: msg`Timetable`, icon: 'timetable', key: 'w', shelf: 'main' },
  { to: '/habits', label: msg`Habits`, icon: 'habits', key: 'h', shelf: 'main' },
  { to: '/tasks', label: msg`Tasks`, icon: 'tasks', key: 'k', shelf: 'main' },
  { to: '/statistics', label: msg`Statistics`, icon: 'chart', key: 'i', shelf: 'main' },
  { to: '/freshness', label: msg`Freshness`, icon: 'freshness', key: 'f', shelf: 'more' },
  { to: '/themes', label: msg`Themes`, icon: 'themes', key: 'e', shelf: 'more' },
  { to: '/settings', label: msg`Settings`, icon: 'settings', key: 's', shelf: 'more' },
]

const BAR = 4

/** The places of the bottom bar of phones; the rest are on the page More. */
export const barPlaces = places.filter(({ shelf }) => shelf === 'main').slice(0, BAR)
export const morePlaces = places.filter((place) => !barPlaces.includes(place))

/** The page More: for phones the last place of the bottom bar. */
export const more: Place = {
  to: '/more',
  label: msg`More`,
  heard: msg({ message: 'places', context: 'the link More, as it is read out: More places' }),
  icon: 'menu',
  key: 'm',
  shelf: 'more',
}
