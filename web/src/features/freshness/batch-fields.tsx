/** The fields of a batch: what every batch needs in sight, the rest behind one press. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { ComponentProps } from 'react'
import type { ProductMark } from '@/api'
import { addDays } from '@/lib/dates'
import { DateField, Field, Input, Textarea } from '@/ui'
import type { BatchForm, FormErrors } from './batch-form'
import { ProductTiles } from './product-tiles'

interface FieldsProps {
  form: BatchForm
  errors: FormErrors
  products: readonly ProductMark[]
  /** Of a batch that is there already: its product may be deleted by now. */
  product: ProductMark | undefined
  today: string
  isNew: boolean
  onChange: (change: Partial<BatchForm>) => void
}

type Name = keyof BatchForm

export function BatchFields({ form, errors, products, product, today, isNew, onChange }: FieldsProps) {
  const { t } = useLingui()
  const bind = (name: Name) => ({
    name,
    value: form[name],
    onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value }),
  })
  const optional = t`optional`
  const isMissing = product && products.every(({ id }) => id !== product.id)
  const hasMore = [form.use_by, form.quantity, form.note].some(Boolean)
  return (
    <>
      <ProductTiles
        products={isMissing ? [product, ...products] : products}
        value={form.product_id}
        error={errors.product_id}
        onChange={(id) => onChange({ product_id: id })}
      />
      <div className="grid grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] items-start gap-4">
        <Field label={t`Identifier`} error={errors.batch_identifier}>
          {(control) => (
            <Input
              {...control}
              {...bind('batch_identifier')}
              autoComplete="off"
              placeholder={isNew ? t`The next one` : ''}
            />
          )}
        </Field>
        <Field label={t`Lot`} optional={optional} error={errors.lot}>
          {(control) => <Input {...control} {...bind('lot')} autoComplete="off" />}
        </Field>
        <Field label={t`Arrived on`} error={errors.arrival_date}>
          {(control) => <DateField {...control} {...bind('arrival_date')} max={addDays(today, 366)} />}
        </Field>
        <Field label={t`Cut or packed`} optional={optional} error={errors.butcher_date}>
          {(control) => <DateField {...control} {...bind('butcher_date')} />}
        </Field>
      </div>
      <details open={hasMore || !isNew} className="group border-t border-rule">
        <summary className="flex min-h-11 items-center text-note font-medium text-ink-2 hover:text-ink">
          <Trans>Use-by date, quantity, limits, note</Trans>
        </summary>
        <MoreFields {...{ bind, errors }} isNew={isNew} />
      </details>
    </>
  )
}

type Bound = Pick<ComponentProps<'input'>, 'name'> & {
  value: string
  onChange: (event: { target: { value: string } }) => void
}

interface MoreProps {
  bind: (name: Name) => Bound
  errors: FormErrors
  isNew: boolean
}

function MoreFields({ bind, errors, isNew }: MoreProps) {
  const { t } = useLingui()
  const optional = t`optional`
  return (
    <div className="grid gap-4 pt-2 pb-1">
      <Field label={t`Use by`} optional={optional} error={errors.use_by} className="w-1/2 pr-2">
        {(control) => <DateField {...control} {...bind('use_by')} />}
      </Field>
      <div className="grid grid-cols-2 gap-4">
        <Field label={t`Quantity`} optional={optional} error={errors.quantity}>
          {(control) => <Input {...control} {...bind('quantity')} inputMode="decimal" autoComplete="off" />}
        </Field>
        <Field label={t`Unit`} optional={optional} error={errors.unit}>
          {(control) => <Input {...control} {...bind('unit')} placeholder="kg" autoComplete="off" />}
        </Field>
      </div>
      <div className="grid grid-cols-3 items-end gap-4">
        <Days label={t`Days fresh`} error={errors.fresh_days} {...bind('fresh_days')} />
        <Days label={t`Days with caution`} error={errors.caution_days} {...bind('caution_days')} />
        <Days label={t`Days until use-by`} error={errors.use_by_days} {...bind('use_by_days')} />
      </div>
      {isNew && (
        <p className="-mt-2 text-small text-ink-2">
          <Trans>Left empty, the limits are those of the product.</Trans>
        </p>
      )}
      <Field label={t`Note`} optional={optional} error={errors.note}>
        {(control) => <Textarea {...control} {...bind('note')} rows={2} />}
      </Field>
    </div>
  )
}

function Days({ label, error, ...bound }: Bound & { label: string; error: string | undefined }) {
  return (
    <Field label={label} error={error}>
      {(control) => <Input {...control} {...bound} inputMode="numeric" autoComplete="off" />}
    </Field>
  )
}
