/** The pages of freshness, under the headline of each. */
import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'

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
  return (
    <nav
      aria-label={t`Pages of freshness`}
      className="no-print -mx-2 flex overflow-x-auto border-b border-rule"
    >
      {pages.map(({ to, label }) => (
        <Link
          key={to}
          to={to}
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={{ className: 'text-ink! shadow-[inset_0_-2px_0_var(--ink)]' }}
          className="flex min-h-11 items-center rounded-t-control px-3 text-note font-medium whitespace-nowrap text-ink-2 hover:text-ink"
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}
