/** The quotation of the day, as a printed almanac has one beside its day: quiet, with who said it and where. */
import { useLingui } from '@lingui/react/macro'
import { Fragment } from 'react'
import type { QuoteRead } from '@/api'

/** How the lines of a verse are told apart in a text that has only one. */
const VERSE = ' / '

export function DayQuote({ quote }: { quote: QuoteRead }) {
  const { t } = useLingui()
  const { author, work } = quote
  const text = t({ message: `“${quote.text}”`, comment: 'In the quotation marks of the language' })
  return (
    <figure aria-label={t`Quotation of the day`} className="mb-7.5 max-w-[34rem]">
      <blockquote className="figure text-[1.1875rem] leading-[1.38] text-pretty wide:text-[1.25rem]">
        {/* The mark hangs in the margin, so that the lines begin under each other. */}
        <p className="-indent-[0.42em]">
          {text.split(VERSE).map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a verse stay in their order
            <Fragment key={index}>
              {index > 0 && <br />}
              {line}
            </Fragment>
          ))}
        </p>
      </blockquote>
      <figcaption className="mt-2 text-small text-ink-2">
        {author}
        {work && (
          <>
            {', '}
            <cite className="text-ink-3 not-italic">{work}</cite>
          </>
        )}
      </figcaption>
    </figure>
  )
}
