/** Making and changing a theme: what is typed, the API's own checks of it, and its refusals on their fields. */
import { useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { createTheme, type ThemeCreate, type ThemeRead, updateTheme } from '@/api'
import { zThemeCreate } from '@/api/zod.gen'
import { longestOf } from './forms/longest'
import { swatches } from './palette'
import { fieldErrors } from './problem'
import { changeThemes, refreshThemes } from './theme-changes'

const LONGEST_NAME = longestOf(zThemeCreate.shape.name)

/** How many characters of a name are left, as the server counts them; negative when there are too many. */
export const remainingOf = (name: string): number => LONGEST_NAME - [...name.trim().normalize('NFC')].length

/** The first colour of the palette that no theme has yet. */
export function freeColor(themes: readonly Pick<ThemeRead, 'color'>[]): string {
  const taken = new Set(themes.map(({ color }) => color.toUpperCase()))
  const free = swatches.find(({ hex }) => !taken.has(hex)) ?? swatches[themes.length % swatches.length]
  return free?.hex ?? ''
}

/** A new theme, or the theme with this id as it will be. */
export function useSaveTheme(id?: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (body: ThemeCreate): Promise<ThemeRead> => {
      const sent = id
        ? updateTheme({ path: { theme_id: id }, body, throwOnError: true })
        : createTheme({ body, throwOnError: true })
      return (await sent).data
    },
    onSuccess: (saved) => {
      changeThemes(client, (themes) => [...themes.filter((theme) => theme.id !== saved.id), saved])
      void refreshThemes(client)
    },
  })
}

export type ThemeForm = ReturnType<typeof useThemeForm>

interface FormProps {
  start: ThemeCreate
  /** The theme that is edited; missing for a new one. */
  id?: string | undefined
  onSaved: (theme: ThemeRead) => void
}

export function useThemeForm({ start, id, onSaved }: FormProps) {
  const { t } = useLingui()
  const [values, setValues] = useState(start)
  const [own, setOwn] = useState<{ name?: string; color?: string }>({})
  const save = useSaveTheme(id)
  const refused = fieldErrors(save.error)
  const change = (more: Partial<ThemeCreate>) => {
    setValues({ ...values, ...more })
    setOwn({})
    save.reset()
  }
  const submit = () => {
    const body = { name: values.name.trim(), color: values.color }
    const wrong = {
      ...(body.name === '' && { name: t`Give it a name` }),
      ...(remainingOf(body.name) < 0 && { name: t`At most ${String(LONGEST_NAME)} characters` }),
      ...(!zThemeCreate.shape.color.safeParse(body.color).success && { color: t`A colour such as #5D6B2F` }),
    }
    setOwn(wrong)
    if (Object.keys(wrong).length === 0) save.mutate(body, { onSuccess: onSaved })
  }
  return {
    values,
    change,
    submit,
    isBusy: save.isPending,
    errors: { name: own.name ?? refused.name, color: own.color ?? refused.color },
    /** A refusal that is about no field of its own. */
    refusal: save.error && !refused.name && !refused.color ? save.error : undefined,
  }
}
