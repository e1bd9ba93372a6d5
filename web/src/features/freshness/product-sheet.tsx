/** A product: name, sign, and how many days it is fresh. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useId, useState } from 'react'
import type { ProductCreate, ProductRead, ShopRead } from '@/api'
import { zProductCreate } from '@/api/zod.gen'
import { type Issue, issueWords } from '@/lib/forms/issues'
import { numberOf } from '@/lib/forms/numbers'
import { newId } from '@/lib/ids'
import { fieldErrors, problemMessage } from '@/lib/problem'
import { Button, Field, Input, Notice, Sheet } from '@/ui'
import { useProductActions } from './product-actions'
import { useShop } from './use-shop'

interface SheetProps {
  product?: ProductRead
  start?: ProductCreate
  onClose: () => void
}

const NAMES = ['name', 'emoji', 'fresh_days', 'caution_days', 'use_by_days'] as const
type Form = Record<(typeof NAMES)[number], string>

const formOf = (start: Partial<ProductCreate>): Form =>
  Object.fromEntries(NAMES.map((name) => [name, String(start[name] ?? '')])) as Form

/** What the shop says that new products begin with. */
const limitsOf = (shop: ShopRead | undefined): Partial<ProductCreate> =>
  shop ? { fresh_days: shop.fresh_days, caution_days: shop.caution_days } : {}

const bodyOf = (form: Form): ProductCreate => ({
  name: form.name.trim(),
  emoji: form.emoji.trim(),
  fresh_days: numberOf(form.fresh_days),
  caution_days: numberOf(form.caution_days),
  use_by_days: numberOf(form.use_by_days),
})

function useForm({ product, start, onClose }: SheetProps) {
  const { t } = useLingui()
  const { create, update } = useProductActions()
  const [id] = useState(newId)
  const shop = useShop().data
  const [form, setForm] = useState(() => formOf(product ?? start ?? limitsOf(shop)))
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [refusal, setRefusal] = useState<string>()
  const [isSaving, setSaving] = useState(false)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const body = bodyOf(form)
    const issues = zProductCreate.safeParse(body).error?.issues ?? []
    const wrong = issues.map((issue) => [
      String(issue.path[0]),
      issue.path[0] === 'name' && !body.name ? t`Give it a name` : issueWords(issue as Issue),
    ])
    setErrors(Object.fromEntries(wrong))
    setRefusal(undefined)
    if (wrong.length > 0) return
    setSaving(true)
    try {
      await (product ? update(product, body) : create(id, body))
      onClose()
    } catch (error) {
      const named = fieldErrors(error)
      setErrors(named)
      if (Object.keys(named).length === 0) setRefusal(problemMessage(error))
    } finally {
      setSaving(false)
    }
  }
  return { form, setForm, errors, refusal, save, isSaving }
}

export function ProductSheet(props: SheetProps) {
  const { product, onClose } = props
  const { t } = useLingui()
  const id = useId()
  const { form, setForm, errors, refusal, save, isSaving } = useForm(props)
  const bind = (name: keyof Form) => ({
    value: form[name],
    autoComplete: 'off',
    onChange: (event: { target: { value: string } }) =>
      setForm((now) => ({ ...now, [name]: event.target.value })),
  })
  return (
    <Sheet
      open
      onOpenChange={onClose}
      title={product ? t`Edit ${product.name}` : t`New product`}
      footer={
        <Button variant="primary" type="submit" form={id} busy={isSaving}>
          <Trans>Save product</Trans>
        </Button>
      }
    >
      <form id={id} noValidate onSubmit={(event) => void save(event)} className="grid gap-5">
        {refusal && <Notice tone="bad" role="alert" title={refusal} />}
        <div className="grid grid-cols-[minmax(0,1fr)_6rem] items-start gap-4">
          <Field label={t`Name`} error={errors.name}>
            {(control) => <Input {...control} {...bind('name')} />}
          </Field>
          <Field label={t`Emoji`} error={errors.emoji}>
            {(control) => <Input {...control} {...bind('emoji')} className="text-center" />}
          </Field>
        </div>
        <Field label={t`Days fresh`} error={errors.fresh_days} hint={t`The day of arrival is day 0.`}>
          {(control) => <Input {...control} {...bind('fresh_days')} inputMode="numeric" className="w-24!" />}
        </Field>
        <Field
          label={t`Days with caution`}
          error={errors.caution_days}
          hint={t`Until then it is to be used soon; from the day after it is expired.`}
        >
          {(control) => (
            <Input {...control} {...bind('caution_days')} inputMode="numeric" className="w-24!" />
          )}
        </Field>
        <Field
          label={t`Days until use-by`}
          optional={t`optional`}
          error={errors.use_by_days}
          hint={t`Counted from the day it was cut or packed, else from its arrival.`}
        >
          {(control) => <Input {...control} {...bind('use_by_days')} inputMode="numeric" className="w-24!" />}
        </Field>
      </form>
    </Sheet>
  )
}
