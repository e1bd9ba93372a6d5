/** Making and changing a theme: a name and a colour, and the colour as it will look. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useId } from 'react'
import type { ThemeRead } from '@/api'
import { freeColor, useThemeForm } from '@/lib/theme-form'
import { Button, Sheet } from '@/ui'
import { ThemeFields } from '@/ui/theme-fields'
import { ThemeMark } from '@/ui/theme-mark'

interface SheetProps {
  /** Missing for a new one. */
  theme?: ThemeRead | undefined
  themes: readonly ThemeRead[]
  onClose: () => void
}

export function ThemeSheet({ theme, themes, onClose }: SheetProps) {
  const { t } = useLingui()
  const formId = useId()
  const form = useThemeForm({
    start: theme ?? { name: '', color: freeColor(themes) },
    id: theme?.id,
    onSaved: onClose,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    form.submit()
  }
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={theme ? t`Edit theme` : t`New theme`}
      description={t`What belongs together: habits and tasks of one part of your life.`}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            <Trans>Not now</Trans>
          </Button>
          <Button variant="primary" type="submit" form={formId} busy={form.isBusy}>
            {theme ? <Trans>Save changes</Trans> : <Trans>Save theme</Trans>}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="grid gap-5">
        <ThemeFields form={form} />
        <p aria-hidden="true" className="flex min-h-11 items-center gap-3 border-y border-rule py-2.5">
          <ThemeMark color={form.values.color} size={22} />
          <span className="min-w-0 truncate text-row font-semibold">{form.values.name || t`New theme`}</span>
        </p>
      </form>
    </Sheet>
  )
}
