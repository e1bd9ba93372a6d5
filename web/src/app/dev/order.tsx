/** Rows in an order of one's own. */
import { useState } from 'react'
import { LedgerList, LedgerRow, Mark } from '@/ui'
import { type Place, useMoveItems } from '@/ui/move-items'
import { Grip, Sortable, useSortableRow } from '@/ui/sortable'
import { Section } from './section'

const ROWS = ['Water the plants', 'Return the books', 'Answer the tax office'].map((name, id) => ({
  id: `row-${id}`,
  name,
}))

export function OrderSection() {
  const [rows, setRows] = useState(ROWS)
  const order = (ids: string[]) => setRows(ids.flatMap((id) => rows.find((row) => row.id === id) ?? []))
  return (
    <Section title="Order">
      <Sortable rows={rows} onOrder={order}>
        {(placeOf) => (
          <LedgerList timeless label="Rows that can be moved" className="mt-0!">
            {rows.map((row, index) => (
              <OrderRow key={row.id} {...row} place={placeOf(index)} />
            ))}
          </LedgerList>
        )}
      </Sortable>
    </Section>
  )
}

function OrderRow({ id, name, place }: { id: string; name: string; place: Place }) {
  const { onRow, className } = useSortableRow(id, place)
  return (
    <LedgerRow
      className={className}
      mark={<Mark shape="square" />}
      title={name}
      action={<Grip id={id} name={name} onRow={onRow} />}
      menu={{ label: `More about ${name}`, items: useMoveItems(place) }}
    />
  )
}
