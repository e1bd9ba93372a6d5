/** A page of the almanac: the main column at reading width, margin notes beside it where there is room. */
import clsx from 'clsx'
import { type ReactNode, useEffect, useLayoutEffect } from 'react'
import { Brand } from './brand'

interface PageProps {
  /** The document's title; the page's own h1 comes from its headline. */
  title: string
  /** Margin notes: beside the page on wide screens, under it on narrow ones. */
  notes?: ReactNode
  /** Names the margin notes for assistive technology; needed with `notes`. */
  notesLabel?: string
  /** Without index and bottom bar, for who is not signed in. */
  bare?: boolean
  /** As wide as there is room: what is drawn is wider than text is read. */
  full?: boolean
  children: ReactNode
}

const sides = 'w-full px-4.5 wide:px-9'
const column = `${sides} max-w-[48.5rem]`

export function Page({ title, notes, notesLabel, bare = false, full = false, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Almanac`
  }, [title])
  useLayoutEffect(() => {
    if (!bare) return
    document.documentElement.dataset.frame = 'bare'
    return () => {
      delete document.documentElement.dataset.frame
    }
  }, [bare])
  return (
    <>
      {bare && (
        <header className={clsx(column, 'mx-auto pt-5')}>
          <Brand />
        </header>
      )}
      <main
        id="main"
        tabIndex={-1}
        className={clsx(
          full ? sides : column,
          'mx-auto min-w-0 pt-5 pb-10 wide:pt-6.5 wide:pb-16',
          !bare && 'wide:mx-0',
        )}
      >
        {children}
      </main>
      {notes && (
        <aside
          aria-label={notesLabel}
          className={clsx(
            column,
            'mx-auto min-w-0 pb-10 wide:mx-0 notes:w-80 notes:flex-none notes:border-l notes:border-rule notes:px-6 notes:pt-7.5',
          )}
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
