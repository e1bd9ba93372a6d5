/** The headline of an area: one large figure, a title, a quiet line. On Today the figure is the day itself. */
import type { ReactNode } from 'react'

interface HeadlineProps {
  /** The large figure, shown with old-style numerals; decoration, so `spoken` or the title must say it too. */
  figure?: ReactNode
  title: ReactNode
  /** The whole heading in words for assistive technology, when the title alone leaves out the figure. */
  spoken?: string
  meta?: ReactNode
  actions?: ReactNode
}

export function DayHeadline({ figure, title, spoken, meta, actions }: HeadlineProps) {
  return (
    <header className="flex flex-wrap items-end gap-x-4 gap-y-2 border-b-2 border-ink pb-3.5 wide:gap-x-5">
      {figure !== undefined && (
        <div
          aria-hidden="true"
          className="figure mb-0.5 -ml-0.5 text-[4.25rem] leading-[0.74] tracking-[-0.02em] wide:text-[5.25rem]"
        >
          {figure}
        </div>
      )}
      {/* Too narrow for its words beside the rest, as when it is zoomed: then they have a line of their own. */}
      <div className="min-w-0 flex-1 basis-32">
        <h1 tabIndex={-1} className="text-title leading-[1.12] text-balance wrap-anywhere wide:text-day">
          {spoken ? (
            <>
              <span className="sr-only">{spoken}</span>
              <span aria-hidden="true">{title}</span>
            </>
          ) : (
            title
          )}
        </h1>
        {meta && <p className="mt-1.5 text-small leading-snug text-ink-2 wide:text-[0.84375rem]">{meta}</p>}
      </div>
      {actions && <div className="no-print -mb-1 ml-auto flex flex-none gap-1">{actions}</div>}
    </header>
  )
}
