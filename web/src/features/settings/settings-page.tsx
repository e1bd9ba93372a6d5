/** Everything that a person can set, on one page. Choices hold at once, without a save button. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { useMe } from '@/lib/session'
import { Button, DayHeadline, LedgerSkeleton, Page } from '@/ui'
import { AboutSection } from './about-section'
import { DataSection } from './data-section'
import { DaySection } from './day-section'
import { DevicesSection } from './devices-section'
import { EventsSection } from './events-section'
import { ProfileSection } from './profile-section'
import { Section } from './section'
import { SignInSection } from './sign-in-section'

interface SettingsPageProps {
  /** The choice of the theme, which the shell owns. */
  theme: ReactNode
  onShowKeys: () => void
  onSignOut: () => void
}

export function SettingsPage({ theme, onShowKeys, onSignOut }: SettingsPageProps) {
  const { t } = useLingui()
  const me = useMe()
  return (
    <Page title={t`Settings`}>
      <DayHeadline title={t`Settings`} meta={me?.email ?? t`One moment`} />
      {!me && <LedgerSkeleton label={t`One moment`} />}
      {me && (
        <>
          <ProfileSection me={me} />
          <DaySection me={me} />
          <Section id="look" title={t`On this device`}>
            {theme}
            <Button icon="keyboard" onClick={onShowKeys} className="justify-self-start">
              <Trans>Keyboard shortcuts</Trans>
            </Button>
          </Section>
          <SignInSection me={me} onSignOut={onSignOut} />
          <DevicesSection me={me} />
          <EventsSection me={me} />
          <DataSection />
          <AboutSection />
        </>
      )}
    </Page>
  )
}
