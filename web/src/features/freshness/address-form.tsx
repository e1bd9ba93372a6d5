/** Where phones reach this almanac: asked for before the first label, since a label must outlive the machine. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { type ShopRead, updateShop } from '@/api'
import { readShopQueryKey } from '@/api/@tanstack/react-query.gen'
import { refreshBatches } from '@/lib/freshness-ops'
import { fieldErrors, problemMessage } from '@/lib/problem'
import { Button, Field, Input, showToast } from '@/ui'

export function AddressForm({ shop }: { shop: ShopRead | undefined }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const [address, setAddress] = useState(shop?.public_url ?? '')
  const save = useMutation({
    mutationFn: () => updateShop({ body: { public_url: address.trim() || null }, throwOnError: true }),
    onSuccess: ({ data }) => {
      client.setQueryData(readShopQueryKey(), data)
      void refreshBatches(client)
      void showToast(t`Codes lead to ${data.codes_origin}`)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  const error = save.error ? (fieldErrors(save.error).public_url ?? problemMessage(save.error)) : undefined
  return (
    <form noValidate onSubmit={submit} className="grid max-w-[30rem] gap-3">
      <Field
        label={t`Public address`}
        error={error}
        hint={
          <Trans>
            At home or in the shop: the address of this computer in the network, such as
            http://192.168.1.20:8000, while phones are in the same Wi-Fi. For customers elsewhere: the name
            under which your server is on the internet.
          </Trans>
        }
      >
        {(control) => (
          <Input
            {...control}
            inputMode="url"
            autoCapitalize="none"
            spellCheck={false}
            placeholder="http://192.168.1.20:8000"
            value={address}
            onChange={(event) => setAddress(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" className="justify-self-start" busy={save.isPending}>
        <Trans>Save address</Trans>
      </Button>
    </form>
  )
}
