/** Keeps the app in step with who is signed in, and pages that belong to a person behind signing in. */
import { type UseQueryResult, useIsRestoring, useQuery, useQueryClient } from '@tanstack/react-query'
import { Navigate, useMatches } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { UserRead } from '@/api'
import { readMeOptions, readPublicConfigOptions } from '@/api/@tanstack/react-query.gen'
import { chooseLocale, isLocale } from '@/lib/i18n'
import { onSent, setOwner } from '@/lib/outbox'
import { currentMe, isConfirmed, isSignedOut, onOtherTab, startOver, useMe } from '@/lib/session'
import { onSignedOut } from '@/lib/signed-out'
import { ErrorPage } from './error-pages'
import { hideOverlay, showOverlay } from './overlay-state'

const OPEN_TO_ALL = new Set(['__root__', '/', '/login', '/signup', '/more', '/dev/primitives'])

const ENTRANCES = new Set(['/login', '/signup'])

/** What no write of the outbox changes. */
const UNTOUCHED = new Set(['readMe', 'readPublicConfig'])

const here = () => location.pathname + location.search + location.hash

const usePage = () => useMatches({ select: (matches) => matches.at(-1)?.routeId ?? '__root__' })

interface Session {
  me: UserRead | undefined
  /** Nobody is signed in, which is known and not only not known yet. */
  isVisitor: boolean
  /** Why it cannot be known. */
  error: unknown
  retry: () => void
}

/** Offline the next try waits for the network, perhaps for long: the last one says what is the matter. */
const failure = <E,>(query: UseQueryResult<unknown, E>) =>
  query.error ?? (query.fetchStatus === 'paused' ? query.failureReason : null)

/**
 * The one place that asks who is signed in: where somebody was, where a page belongs to a person, and where the
 * server says that somebody is. A visitor is not asked about, so that no refusal is logged in their console.
 */
export function useWho(): Session {
  const isOpen = OPEN_TO_ALL.has(usePage())
  const isRestoring = useIsRestoring()
  const me = useMe()
  const config = useQuery({ ...readPublicConfigOptions(), enabled: isOpen && !me && !isRestoring })
  // What an earlier visit kept says nothing about now, unless now says nothing.
  const isFresh = config.dataUpdatedAt > performance.timeOrigin || failure(config) !== null
  const isSignedIn = isFresh ? config.data?.signed_in : undefined
  const asked = useQuery({ ...readMeOptions(), enabled: !isRestoring && (!!me || !isOpen || !!isSignedIn) })
  const isVisitor = !me && (isSignedOut(asked.error) || (isOpen && isSignedIn === false))
  return {
    me,
    isVisitor,
    error: isVisitor ? null : (failure(asked) ?? failure(config)),
    retry: () => void (asked.isEnabled ? asked : config).refetch(),
  }
}

/** Once, in the shell. */
export function useSession(): void {
  const { me } = useWho()
  const client = useQueryClient()
  const known = useRef<string | undefined>(undefined)
  const id = me?.id
  const locale = me?.locale
  useEffect(() => {
    if (known.current && id && known.current !== id) {
      client.clear()
      location.reload()
      return
    }
    known.current = id ?? known.current
    setOwner(id ?? null)
  }, [id, client])
  useEffect(() => {
    if (isLocale(locale)) void chooseLocale(locale)
  }, [locale])
  useEffect(
    () =>
      // A page reads again what it shows. What was sent beside it, as by undo on another page, is read when it is opened.
      onSent(
        () =>
          void client.invalidateQueries({
            refetchType: 'none',
            predicate: ({ queryKey }) => !UNTOUCHED.has((queryKey[0] as { _id?: string })._id ?? ''),
          }),
      ),
    [client],
  )
  useEffect(
    () =>
      onSignedOut(() => {
        if (!currentMe() || ENTRANCES.has(location.pathname)) return
        // What is being typed stays on the page, under a form to sign in again.
        if (isConfirmed()) showOverlay('sign-in')
        else void startOver(here())
      }),
    [],
  )
  useEffect(
    () =>
      onOtherTab((other) => {
        if (other !== (currentMe()?.id ?? null)) location.reload()
        else hideOverlay('sign-in')
      }),
    [],
  )
}

/** Shows the page, or what stands in for it while nobody is known to be signed in. */
export function Gate({ children }: { children: ReactNode }) {
  const { me, isVisitor, error, retry } = useWho()
  const page = usePage()
  if (me || OPEN_TO_ALL.has(page)) return children
  if (isVisitor) return <ToSignIn />
  return error ? <ErrorPage error={error} reset={retry} /> : null
}

function ToSignIn() {
  // Held from the first paint on: while the next page is loaded, the address is that of signing in already.
  const [next] = useState(here)
  return <Navigate to="/login" search={{ next }} replace />
}
