import { createFileRoute, useRouter } from '@tanstack/react-router'
import { SignUpPage } from '@/features/account'
import { allMessages } from '@/lib/i18n'
import { safePath } from '@/lib/safe-path'

export const Route = createFileRoute('/signup')({
  // The key is always there: what a route leaves out, the router takes from the address as it is.
  validateSearch: (search: Record<string, unknown>): { next?: string } => {
    const next = safePath(search.next)
    return { next: next === '/' ? undefined : next }
  },
  loader: allMessages,
  component: SignUp,
})

function SignUp() {
  const { next = '/' } = Route.useSearch()
  const router = useRouter()
  return <SignUpPage next={next} go={() => router.history.replace(next)} />
}
