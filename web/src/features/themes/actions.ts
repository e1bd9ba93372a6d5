/** Deleting a theme: gone from the list at once, with undo. What belonged to it stays, without a theme. */
import { useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { deleteTheme, restoreTheme, type ThemeRead } from '@/api'
import { showProblem } from '@/lib/show-problem'
import { changeThemes, refreshThemes } from '@/lib/theme-changes'
import { useThemeFilter } from '@/lib/themes'
import { showToast } from '@/ui'

const path = ({ id }: ThemeRead) => ({ path: { theme_id: id }, throwOnError: true as const })

export function useDeleteTheme(): (theme: ThemeRead) => void {
  const { t } = useLingui()
  const client = useQueryClient()
  const filter = useThemeFilter()
  const settled = { onError: showProblem, onSettled: () => refreshThemes(client) }
  const again = useMutation({ mutationFn: (theme: ThemeRead) => restoreTheme(path(theme)), ...settled })
  const gone = useMutation({
    mutationFn: (theme: ThemeRead) => deleteTheme(path(theme)),
    onMutate: (theme) => changeThemes(client, (themes) => themes.filter(({ id }) => id !== theme.id)),
    ...settled,
  })
  return (theme) => {
    const wasShown = filter.value === theme.id
    if (wasShown) filter.choose(undefined)
    const undo = () => {
      const back = () => wasShown && filter.choose(theme.id)
      void again.mutateAsync(theme).then(back, () => undefined)
    }
    void gone.mutateAsync(theme).then(
      () => showToast(t`${theme.name} was deleted`, { undo }),
      () => undefined,
    )
  }
}
