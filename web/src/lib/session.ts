/**
 * Who is signed in. The query `users/me` is the one place that knows; this file reads it, and changes it at
 * signing in and out; `app/session` alone decides when to ask the server. What was read for one person is never
 * shown to another.
 */
import { useQuery } from '@tanstack/react-query'
import { signOut, type UserRead } from '@/api'
import { readMeOptions, readMeQueryKey } from '@/api/@tanstack/react-query.gen'
import { chooseLocale, isLocale } from './i18n'
import { countOthers, discardAll, flush, parked, pending, setOwner } from './outbox'
import { Problem } from './problem'
import { forgetServerState, queryClient } from './server-state'
import { forgetChoices, readChoice, writeChoice } from './storage'

const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('almanac-session')

/** Reads what is known, and asks nobody: a visitor would be refused. */
export const useMe = (): UserRead | undefined => useQuery({ ...readMeOptions(), enabled: false }).data

export const currentMe = () => queryClient.getQueryData<UserRead>(readMeQueryKey())

/** Whether the server has named the person since this page was opened, and not only the cache of an earlier visit. */
export const isConfirmed = (): boolean =>
  (queryClient.getQueryState(readMeQueryKey())?.dataUpdatedAt ?? 0) > performance.timeOrigin

export const isSignedOut = (error: unknown): boolean => error instanceof Problem && error.status === 401

/** A load of the page: nothing of the person before is left in memory. */
const load = (path: string) => location.assign(path)

/** After the server let somebody in. `go` stays in the page; it is left out where another person was before. */
export async function enter(user: UserRead, next: string, go: () => void): Promise<void> {
  const before = currentMe()
  if (isLocale(user.locale)) await chooseLocale(user.locale)
  if (before && before.id !== user.id) {
    await forgetServerState()
    channel?.postMessage(user.id)
    load(next)
    return
  }
  if (!before) queryClient.removeQueries({ type: 'inactive' })
  queryClient.setQueryData(readMeQueryKey(), user)
  setOwner(user.id)
  channel?.postMessage(user.id)
  void queryClient.invalidateQueries()
  go()
}

/** A session that ended elsewhere: forget what was read, keep what waits to be sent, and ask to sign in. */
export async function startOver(next: string): Promise<void> {
  await forgetServerState()
  load(`/login?next=${encodeURIComponent(next)}`)
}

export interface Unsent {
  own: number
  others: number
}

const SENDING_MS = 3000

/** What signing out would lose, after a last try to send it. */
export async function countUnsent(): Promise<Unsent> {
  if ((await pending()).length > 0)
    await Promise.race([flush(), new Promise((done) => setTimeout(done, SENDING_MS))])
  const [waiting, refused, others] = await Promise.all([pending(), parked(), countOthers()])
  return { own: waiting.length + refused.length, others }
}

/** Sign out of this browser. The server has everything that is stored here removed; looks and language stay. */
export async function leave(): Promise<void> {
  const kept = ['theme', 'locale', 'single-keys'].map((key) => [key, readChoice(key)] as const)
  await signOut({ throwOnError: true })
  // The browser has removed the databases already where it obeys Clear-Site-Data.
  await Promise.allSettled([discardAll(), forgetServerState()])
  forgetChoices('draft.')
  forgetChoices('theme-filter.')
  for (const [key, value] of kept) writeChoice(key, value)
  channel?.postMessage(null)
  load('/')
}

/** Hear that another tab has signed somebody in or out. Answers a function that stops it. */
export function onOtherTab(listener: (userId: string | null) => void): () => void {
  const hear = (event: MessageEvent<string | null>) => listener(event.data)
  channel?.addEventListener('message', hear)
  return () => channel?.removeEventListener('message', hear)
}
