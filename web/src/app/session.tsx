/** Keeps the app in step with who is signed in, and pages that belong to a person behind signing in. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Navigate, useMatches } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { readMeOptions } from '@/api/@tanstack/react-query.gen'
import { chooseLocale, isLocale } from '@/lib/i18n'
import { setOwner } from '@/lib/outbox'
import { currentMe, isConfirmed, isSignedOut, onOtherTab, startOver } from '@/lib/session'
import { onSignedOut } from '@/lib/signed-out'
import { ErrorPage } from './error-pages'
import { hideOverlay, showOverlay } from './overlay-state'

const OPEN_TO_ALL = new Set(['__root__', '/', '/login', '/signup', '/more', '/dev/primitives'])

const ENTRANCES = new Set(['/login', '/signup'])

const here = () => location.pathname + location.search + location.hash

/** Once, in the shell. */
export function useSession(): void {
  const { data: me } = useQuery(readMeOptions())
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
  const me = useQuery(readMeOptions())
  const page = useMatches({ select: (matches) => matches.at(-1)?.routeId ?? '__root__' })
  if (me.data || OPEN_TO_ALL.has(page)) return children
  if (me.isPending) return null
  if (isSignedOut(me.error)) return <ToSignIn />
  return <ErrorPage error={me.error} reset={() => void me.refetch()} />
}

function ToSignIn() {
  // Held from the first paint on: while the next page is loaded, the address is that of signing in already.
  const [next] = useState(here)
  return <Navigate to="/login" search={{ next }} replace />
}
