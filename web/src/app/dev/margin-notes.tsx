/** Margin notes as they stand beside Today. */
import { Note } from '@/ui'

export function MarginNotes() {
  return (
    <>
      <figure>
        <blockquote className="figure text-[1.0625rem] leading-snug font-normal!">
          What we hope ever to do with ease, we must learn first to do with diligence.
        </blockquote>
        <figcaption className="mt-1.5 text-small text-ink-2">Samuel Johnson</figcaption>
      </figure>
      <div className="mt-7.5">
        <Note title="Longest running">
          <dl>
            {[
              ['Stretch ten minutes', '41'],
              ['No phone after ten', '23'],
            ].map(([name, days]) => (
              <div
                key={name}
                className="flex items-baseline justify-between border-b border-rule py-2 text-note"
              >
                <dt>{name}</dt>
                <dd className="figure text-head leading-none">{days}</dd>
              </div>
            ))}
          </dl>
        </Note>
      </div>
    </>
  )
}
