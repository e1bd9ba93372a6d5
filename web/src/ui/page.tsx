/** A page of the almanac: the main column at reading width, margin notes beside it where there is room. */
import { type ReactNode, useEffect } from 'react'

interface PageProps {
  /** The document's title; the page's own h1 comes from its headline. */
  title: string
  /** Margin notes: beside the page on wide screens, under it on narrow ones. */
  notes?: ReactNode
  /** Names the margin notes for assistive technology; needed with `notes`. */
  notesLabel?: string
  children: ReactNode
}

export function Page({ title, notes, notesLabel, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Almanac`
  }, [title])
  return (
    <>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-[48.5rem] min-w-0 px-4.5 pt-5 pb-10 wide:px-9 wide:pt-6.5 wide:pb-16"
      >
        {children}
      </main>
      {notes && (
        <aside
          aria-label={notesLabel}
          className="mx-auto w-full max-w-[48.5rem] px-4.5 pb-10 notes:w-75 notes:border-l notes:border-rule notes:px-6 notes:pt-7.5 wide:px-9"
        >
          {notes}
        </aside>
      )}
    </>
  )
}

/** One margin note under a thin rule. */
export function Note({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-7.5 border-t border-rule pt-3.5 first:mt-0">
      <h2 className="mb-2.5 text-base leading-tight">{title}</h2>
      {children}
    </section>
  )
}
