/** The logo of the shop: chosen, shown as it was kept, taken away. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { deleteLogo, putLogo, type ShopRead } from '@/api'
import { readShopQueryKey } from '@/api/@tanstack/react-query.gen'
import { problemMessage } from '@/lib/problem'
import { Button, FieldGroup } from '@/ui'

export function LogoField({ shop }: { shop: ShopRead }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const refresh = () => client.invalidateQueries({ queryKey: readShopQueryKey() })
  const put = useMutation({
    mutationFn: (file: File) => putLogo({ body: { file }, throwOnError: true }),
    onSuccess: refresh,
  })
  const remove = useMutation({
    mutationFn: () => deleteLogo({ throwOnError: true }),
    onSuccess: refresh,
  })
  const error = put.error ?? remove.error
  return (
    <FieldGroup
      legend={t`Logo`}
      hint={t`PNG, JPEG or WebP, up to 5 MB. It stands on the page of a label.`}
      error={error ? problemMessage(error) : undefined}
    >
      <div className="flex flex-wrap items-center gap-3">
        {shop.logo_url && (
          <img
            // Another file is another picture.
            src={`${shop.logo_url}?at=${shop.updated_at}`}
            alt={t`Logo of the shop`}
            className="h-20 max-w-48 rounded-control border border-rule bg-white object-contain p-1"
          />
        )}
        <Button icon="import" busy={put.isPending} onClick={() => input.current?.click()}>
          {shop.logo_url ? <Trans>Choose another</Trans> : <Trans>Choose a picture</Trans>}
        </Button>
        {shop.logo_url && (
          <Button variant="quiet" icon="trash" busy={remove.isPending} onClick={() => remove.mutate()}>
            <Trans>Remove</Trans>
          </Button>
        )}
        <input
          ref={input}
          type="file"
          aria-label={t`Picture of the logo`}
          tabIndex={-1}
          accept="image/png,image/jpeg,image/webp"
          onChange={(event) => {
            const file = event.target.files?.[0]
            // The same file can be chosen again after it was refused.
            event.target.value = ''
            if (file) put.mutate(file)
          }}
          className="sr-only"
        />
      </div>
    </FieldGroup>
  )
}
