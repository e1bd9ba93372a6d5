import { createFileRoute } from '@tanstack/react-router'
import { ThemesPage } from '@/features/themes'
import { allMessages } from '@/lib/i18n'

/** `?edit=` names the theme whose sheet is open, or `new`. */
export const Route = createFileRoute('/themes')({
  validateSearch: (search: Record<string, unknown>): { edit?: string } => ({
    edit: typeof search.edit === 'string' ? search.edit : undefined,
  }),
  loader: allMessages,
  component: Themes,
})

function Themes() {
  return <ThemesPage edit={Route.useSearch().edit} />
}
