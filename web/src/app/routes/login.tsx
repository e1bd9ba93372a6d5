import { createFileRoute, useRouter } from '@tanstack/react-router'
import { SignInPage } from '@/features/account'
import { allMessages } from '@/lib/i18n'
import { safePath } from '@/lib/safe-path'

/** `/login?next=…` goes back to a path of this site once somebody is signed in. */
export const Route = createFileRoute('/login')({
  // The key is always there: what a route leaves out, the router takes from the address as it is.
  validateSearch: (search: Record<string, unknown>): { next?: string } => {
    const next = safePath(search.next)
    return { next: next === '/' ? undefined : next }
  },
  loader: allMessages,
  component: Login,
})

function Login() {
  const { next = '/' } = Route.useSearch()
  const router = useRouter()
  return <SignInPage next={next} go={() => router.history.replace(next)} />
}
