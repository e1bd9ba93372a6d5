/** Which batches get labels, and how many each. */
import { useLingui } from '@lingui/react/macro'
import type { BatchRead } from '@/api'
import { Checkbox, FieldGroup, Input } from '@/ui'
import { nameOf } from './words'

export type Copies = ReadonlyMap<string, number>

/** Of one batch. */
const MOST = 200

interface BatchesProps {
  batches: readonly BatchRead[]
  copies: Copies
  onChange: (copies: Copies) => void
}

export function LabelBatches({ batches, copies, onChange }: BatchesProps) {
  const { t } = useLingui()
  const set = (id: string, count: number) => onChange(new Map(copies).set(id, count))
  return (
    <FieldGroup legend={t`Batches`} className="mt-6">
      <ul className="max-h-[min(26rem,60vh)] overflow-y-auto border-y border-rule">
        {batches.map((batch) => {
          const count = copies.get(batch.id) ?? 0
          const name = nameOf(batch)
          return (
            <li
              key={batch.id}
              className="flex min-h-12 items-center gap-3 border-b border-rule last:border-b-0"
            >
              <Checkbox
                className="min-w-0 flex-1"
                label={`${batch.product.emoji} ${name}`.trim()}
                checked={count > 0}
                onChange={(event) => set(batch.id, event.target.checked ? 1 : 0)}
              />
              {count > 0 && (
                <Input
                  type="number"
                  min={1}
                  max={MOST}
                  aria-label={t`Labels for ${name}`}
                  value={count}
                  onChange={(event) =>
                    set(batch.id, Math.min(MOST, Math.max(1, Math.trunc(Number(event.target.value) || 1))))
                  }
                  className="w-20! flex-none tabular-nums"
                />
              )}
            </li>
          )
        })}
      </ul>
    </FieldGroup>
  )
}
