/** One part of the settings: its heading beside nothing, its contents under a thin rule. */
import type { ReactNode } from 'react'

export function Section({ id, title, intro, children }: SectionProps) {
  return (
    <section
      aria-labelledby={`${id}-title`}
      className="mt-8 border-t border-rule pt-5 first-of-type:border-t-0"
    >
      <h2 id={`${id}-title`} className="text-title leading-tight">
        {title}
      </h2>
      {intro && <p className="mt-1 max-w-[34rem] text-note text-ink-2">{intro}</p>}
      <div className="mt-4 grid gap-5">{children}</div>
    </section>
  )
}

interface SectionProps {
  id: string
  title: ReactNode
  intro?: ReactNode
  children: ReactNode
}
