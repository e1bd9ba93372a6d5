/** The products as tiles: one press, or the arrow keys, at the counter. */
import { useLingui } from '@lingui/react/macro'
import type { KeyboardEvent } from 'react'
import type { ProductMark } from '@/api'
import { FieldGroup } from '@/ui'

/** A letter goes to the next product that begins with it, as in a list of the system. */
export function nextByLetter(
  products: readonly Pick<ProductMark, 'id' | 'name'>[],
  value: string,
  { key, altKey, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey'>,
): string | undefined {
  if ([...key].length !== 1 || key === ' ' || altKey || ctrlKey || metaKey) return undefined
  const at = products.findIndex(({ id }) => id === value) + 1
  const inTurn = [...products.slice(at), ...products.slice(0, at)]
  return inTurn.find(({ name }) => name.toLowerCase().startsWith(key.toLowerCase()))?.id
}

interface TilesProps {
  products: readonly ProductMark[]
  value: string
  error: string | undefined
  onChange: (id: string) => void
}

export function ProductTiles({ products, value, error, onChange }: TilesProps) {
  const { t } = useLingui()
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    const next = nextByLetter(products, value, event)
    if (!next) return
    event.preventDefault()
    onChange(next)
    event.currentTarget.querySelector<HTMLElement>(`[value="${next}"]`)?.focus()
  }
  return (
    <FieldGroup legend={t`Product`} error={error}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears the radio buttons inside */}
      <div onKeyDown={onKey} className="grid grid-cols-[repeat(auto-fill,minmax(6.25rem,1fr))] gap-2">
        {products.map(({ id, name, emoji }) => (
          <label
            key={id}
            className="relative grid min-h-20 content-center justify-items-center gap-1.5 rounded-control border border-rule bg-leaf px-1.5 py-2 text-center text-small leading-tight font-medium hyphens-auto wrap-anywhere hover:border-edge has-checked:border-ink has-checked:bg-ink has-checked:text-paper has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="product_id"
              value={id}
              checked={id === value}
              onChange={() => onChange(id)}
              className="absolute inset-0 appearance-none rounded-control outline-none"
            />
            {emoji && (
              <span aria-hidden="true" className="text-[1.625rem] leading-none">
                {emoji}
              </span>
            )}
            {name}
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}
