/** How fresh the batches below are, and how many there are. */
interface TitleProps {
  id?: string
  title: string
  count: number
}

export function SectionTitle({ id, title, count }: TitleProps) {
  return (
    <h2 id={id} className="flex items-baseline gap-2.5 text-head">
      {title}
      <small className="font-sans text-small font-normal text-ink-2 tabular-nums">{count}</small>
    </h2>
  )
}
