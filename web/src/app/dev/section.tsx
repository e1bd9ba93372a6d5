/** A titled part of the page of primitives. */
import type { ReactNode } from 'react'

export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-10 grid gap-4 border-t border-rule-strong pt-4">
      <h2 className="text-head">{title}</h2>
      {children}
    </section>
  )
}

export const Line = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-wrap items-center gap-2.5">{children}</div>
)
