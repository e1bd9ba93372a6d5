/** The frame around every page: the index at the left on wide screens, five places at the bottom on phones. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link, Outlet } from '@tanstack/react-router'
import { Brand, Icon } from '@/ui'
import { useAppCommands } from './app-commands'
import { barPlaces, more, type Place, places } from './navigation'
import { Overlays } from './overlays'
import { Gate, useSession } from './session'
import { StatusStrip } from './status-strip'

export function Shell() {
  useAppCommands()
  useSession()
  return (
    <>
      <a
        href="#main"
        className="sr-only rounded-control bg-ink text-paper focus:not-sr-only focus:px-4! focus:py-3! focus:fixed focus:top-2 focus:left-2 focus:z-50"
      >
        <Trans>Skip to the page</Trans>
      </a>
      <div className="mx-auto grid min-h-dvh max-w-[80rem] content-start pb-[calc(5rem+env(safe-area-inset-bottom))] wide:not-in-data-[frame=bare]:grid-cols-[13.75rem_minmax(0,1fr)] wide:content-stretch wide:pb-0 print:block">
        <Index />
        <div className="grid min-w-0 content-start notes:not-in-data-[frame=bare]:flex notes:items-stretch print:block">
          <Gate>
            <Outlet />
          </Gate>
        </div>
      </div>
      <BottomBar />
      <Overlays />
    </>
  )
}

function Index() {
  const { t } = useLingui()
  const shelf = (name: Place['shelf']) => places.filter((place) => place.shelf === name)
  return (
    <div className="no-print hidden border-r border-rule wide:not-in-data-[frame=bare]:block">
      <nav
        aria-label={t`Index`}
        className="sticky top-0 flex h-dvh flex-col gap-0.5 overflow-y-auto px-4.5 py-5.5"
      >
        <Link to="/" className="mx-2.5 mb-3.5 flex min-h-11 items-center">
          <Brand />
        </Link>
        {shelf('main').map((place) => (
          <IndexLink key={place.to} place={place} />
        ))}
        <span className="mx-2.5 my-3 h-px flex-none bg-rule" />
        {[...shelf('more'), more].map((place) => (
          <IndexLink key={place.to} place={place} />
        ))}
        <div className="mt-auto pt-4">
          <StatusStrip />
        </div>
      </nav>
    </div>
  )
}

function IndexLink({ place }: { place: Place }) {
  return (
    <Link
      to={place.to}
      activeOptions={{ exact: place.to === '/', includeSearch: false }}
      activeProps={{ className: 'bg-sunk text-ink!' }}
      className="flex min-h-11 items-center gap-3 rounded-[8px] px-2.5 font-medium text-ink-2 hover:text-ink"
    >
      <Icon name={place.icon} className="flex-none" />
      <PlaceName place={place} />
    </Link>
  )
}

function PlaceName({ place: { label, heard } }: { place: Place }) {
  const { i18n } = useLingui()
  return (
    <span>
      {i18n._(label)}
      {heard && <span className="sr-only"> {i18n._(heard)}</span>}
    </span>
  )
}

function BottomBar() {
  const { t } = useLingui()
  const shown = [...barPlaces, more]
  return (
    <nav
      aria-label={t`Places`}
      className="no-print fixed inset-x-0 bottom-0 z-30 in-data-[frame=bare]:hidden border-t border-rule bg-leaf pb-[env(safe-area-inset-bottom)] wide:hidden"
    >
      <StatusStrip />
      <div className="grid auto-cols-auto grid-flow-col px-1 py-1 max-[21rem]:auto-cols-fr max-[21rem]:px-0">
        {shown.map((place) => (
          <Link
            key={place.to}
            to={place.to}
            activeOptions={{ exact: place.to === '/', includeSearch: false }}
            activeProps={{ className: 'text-accent! font-semibold' }}
            className="grid min-h-14 min-w-11 content-center justify-items-center gap-1 rounded-control text-[0.71875rem] leading-none text-ink-2 max-[21rem]:min-w-0 max-[21rem]:[&>span]:sr-only"
          >
            <Icon name={place.icon} size={22} />
            <PlaceName place={place} />
          </Link>
        ))}
      </div>
    </nav>
  )
}
