/** The pages of freshness, under the headline of each. */
import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

export function AreaNav() {
  const { t } = useLingui()
  const pages = [
    { to: '/freshness', label: t`Batches` },
    { to: '/freshness/products', label: t`Products` },
    { to: '/freshness/labels', label: t`Labels` },
    { to: '/freshness/recall', label: t`Recall` },
    { to: '/freshness/turnover', label: t`Turnover` },
    { to: '/freshness/shop', label: t`Shop` },
  ] as const
  const nav = useRef<HTMLElement>(null)
  // On phones not all of them are in sight: the one that is shown has to be.
  useEffect(() => {
    const shown = nav.current?.querySelector<HTMLElement>('[aria-current=page]')
    if (nav.current && shown)
      nav.current.scrollLeft = shown.offsetLeft - (nav.current.clientWidth - shown.offsetWidth) / 2
  }, [])
  return (
    <nav
      ref={nav}
      aria-label={t`Pages of freshness`}
      className="no-print relative flex gap-x-5 overflow-x-auto border-b border-rule"
    >
      {pages.map(({ to, label }) => (
        <Link
          key={to}
          to={to}
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={{ className: 'text-ink! shadow-[inset_0_-2px_0_var(--ink)]' }}
          className="flex min-h-11 min-w-11 flex-none items-center justify-center text-note font-medium outline-offset-[-2px] whitespace-nowrap text-ink-2 hover:text-ink"
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}
