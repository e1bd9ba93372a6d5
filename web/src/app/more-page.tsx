/** More: the places that are not in the bottom bar, and the choices of this browser. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useMe } from '@/lib/session'
import { Button, DayHeadline, Icon, Page } from '@/ui'
import { LanguageChoice, ThemeChoice } from './choices'
import { morePlaces } from './navigation'
import { showOverlay } from './overlay-state'

export function MorePage() {
  const { t, i18n } = useLingui()
  const me = useMe()
  return (
    <Page title={t`More`}>
      <DayHeadline title={t`More`} />
      {morePlaces.length > 0 && (
        <nav aria-label={t`More places`}>
          {morePlaces.map((place) => (
            <Link
              key={place.to}
              to={place.to}
              className="flex min-h-15 items-center gap-3.5 border-b border-rule font-medium wide:min-h-14"
            >
              <Icon name={place.icon} className="text-ink-2" />
              {i18n._(place.label)}
              <Icon name="next" className="ml-auto text-ink-3" />
            </Link>
          ))}
        </nav>
      )}
      <section className="mt-7 grid gap-6">
        <h2 className="text-head">
          <Trans>On this device</Trans>
        </h2>
        <ThemeChoice />
        {/* Who is signed in has a language of their own, in the settings. */}
        {me ? (
          <Button icon="signOut" onClick={() => showOverlay('sign-out')} className="justify-self-start">
            <Trans>Sign out</Trans>
          </Button>
        ) : (
          <LanguageChoice />
        )}
      </section>
    </Page>
  )
}
