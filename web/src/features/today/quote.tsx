/** The quotation of the day, as a printed almanac has one beside its day: quiet, with who said it and where. */
import { useLingui } from '@lingui/react/macro'
import type { QuoteRead } from '@/api'

export function DayQuote({ quote: { text, author, work } }: { quote: QuoteRead }) {
  const { t } = useLingui()
  return (
    <figure aria-label={t`Quotation of the day`} className="mb-7.5 max-w-[34rem]">
      <blockquote className="figure relative text-[1.1875rem] leading-[1.38] text-pretty wide:text-[1.25rem]">
        {/* The mark hangs in the margin, so that the lines begin under each other. */}
        <p className="-indent-[0.42em]">
          {t({ message: `“${text}”`, comment: `The quotation marks of the language` })}
        </p>
      </blockquote>
      <figcaption className="mt-2 text-small text-ink-2">
        {author}
        {work && (
          <>
            {', '}
            <cite className="not-italic text-ink-3">{work}</cite>
          </>
        )}
      </figcaption>
    </figure>
  )
}
