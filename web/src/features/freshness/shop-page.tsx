/** The shop as its customers read of it, and where its codes lead. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FocusEvent, useState } from 'react'
import { type ShopRead, type ShopUpdate, updateShop } from '@/api'
import { readShopQueryKey } from '@/api/@tanstack/react-query.gen'
import { zShopUpdate } from '@/api/zod.gen'
import { type Issue, issueWords } from '@/lib/forms/issues'
import { numberOf } from '@/lib/forms/numbers'
import { refreshBatches } from '@/lib/freshness-ops'
import { fieldErrors, problemMessage } from '@/lib/problem'
import { Field, Input, LedgerSkeleton, Notice, showToast, Textarea } from '@/ui'
import { Unread } from '@/ui/unread'
import { ZoneField } from '@/ui/zone-field'
import { AddressForm } from './address-form'
import { AreaPage } from './area-page'
import { LogoField } from './logo-field'
import { useShop } from './use-shop'

export function ShopPage() {
  const { t } = useLingui()
  const query = useShop()
  return (
    <AreaPage
      title={t`Shop`}
      meta={t`What stands on labels and on the page behind them. Your account never does.`}
    >
      {query.isPending && <LedgerSkeleton label={t`One moment`} />}
      {!query.data && query.error && <Unread error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && <Profile shop={query.data} />}
    </AreaPage>
  )
}

/** Changed where it is left, with undo. */
function useChange(shop: ShopRead) {
  const { t } = useLingui()
  const client = useQueryClient()
  const [wrong, setWrong] = useState<Record<string, string>>({})
  const { mutate, error } = useMutation({
    mutationFn: (body: ShopUpdate) => updateShop({ body, throwOnError: true }),
    onMutate: (body) =>
      Object.fromEntries(Object.keys(body).map((name) => [name, shop[name as keyof ShopRead]])) as ShopUpdate,
    onSuccess: ({ data }, _body, before) => {
      client.setQueryData(readShopQueryKey(), data)
      void refreshBatches(client)
      void showToast(t`Saved`, { id: 'shop', undo: () => mutate(before) })
    },
  })
  const change = (body: ShopUpdate) => {
    const issues = zShopUpdate.safeParse(body).error?.issues ?? []
    const found = issues.map((issue) => [String(issue.path[0]), issueWords(issue as Issue)])
    setWrong(Object.fromEntries(found))
    if (found.length === 0) mutate(body)
  }
  return { change, error, errors: { ...fieldErrors(error), ...wrong } }
}

function Profile({ shop }: { shop: ShopRead }) {
  const { t } = useLingui()
  const { change, error, errors } = useChange(shop)
  const leave = (name: 'name' | 'contact') => (event: FocusEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    const typed = event.target.value.trim()
    if (typed !== shop[name]) change({ [name]: typed })
  }
  const leaveDays = (name: 'fresh_days' | 'caution_days') => (event: FocusEvent<HTMLInputElement>) => {
    const days = numberOf(event.target.value)
    if (days !== null && days !== shop[name]) change({ [name]: days })
  }
  const isNamed = Object.keys(errors).length > 0
  return (
    <div className="mt-6 grid max-w-[34rem] gap-6">
      {error && !isNamed ? <Notice tone="bad" role="alert" title={problemMessage(error)} /> : null}
      <Field label={t`Name of the shop`} optional={t`optional`} error={errors.name}>
        {(control) => (
          <Input
            {...control}
            key={shop.name}
            defaultValue={shop.name}
            maxLength={80}
            onBlur={leave('name')}
          />
        )}
      </Field>
      <Field
        label={t`Contact`}
        optional={t`optional`}
        error={errors.contact}
        hint={t`Telephone, address, mail, web: a line each. Customers read it on the page of a label.`}
      >
        {(control) => (
          <Textarea
            {...control}
            key={shop.contact}
            defaultValue={shop.contact}
            rows={4}
            maxLength={300}
            onBlur={leave('contact')}
          />
        )}
      </Field>
      <LogoField shop={shop} />
      <div className="grid grid-cols-2 items-end gap-4">
        <Field label={t`Days fresh`} error={errors.fresh_days}>
          {(control) => (
            <Input
              {...control}
              key={shop.fresh_days}
              defaultValue={shop.fresh_days}
              inputMode="numeric"
              onBlur={leaveDays('fresh_days')}
            />
          )}
        </Field>
        <Field label={t`Days with caution`} error={errors.caution_days}>
          {(control) => (
            <Input
              {...control}
              key={shop.caution_days}
              defaultValue={shop.caution_days}
              inputMode="numeric"
              onBlur={leaveDays('caution_days')}
            />
          )}
        </Field>
      </div>
      <p className="-mt-4 text-small text-ink-2">
        <Trans>What new products begin with.</Trans>
      </p>
      <ZoneField
        label={t`Time zone of the shop`}
        value={shop.effective_timezone}
        onChange={(timezone) => change({ timezone })}
        error={errors.timezone}
        hint={t`Its days decide how fresh something is.`}
      />
      <section className="border-t border-rule pt-5">
        <h2 className="mb-3 text-head">
          <Trans>Where codes lead</Trans>
        </h2>
        <AddressForm shop={shop} />
      </section>
    </div>
  )
}
