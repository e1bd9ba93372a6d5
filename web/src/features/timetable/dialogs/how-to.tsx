/** How the usual calendar programs subscribe to a link, in a sentence each. */
import { Trans } from '@lingui/react/macro'

const hostOf = (url: string) => URL.parse(url)?.host ?? ''

export function HowTo({ url }: { url: string }) {
  const host = hostOf(url)
  return (
    <div className="grid gap-2.5 text-note">
      <dl className="grid gap-2.5 [&_dd]:text-ink-2 [&_dt]:font-semibold">
        <div>
          <dt>iPhone, iPad, Mac</dt>
          <dd>
            <Trans>Press “Subscribe on this device” there, and confirm in Calendar.</Trans>
          </dd>
        </div>
        <div>
          <dt>Android</dt>
          <dd>
            <Trans>Subscribe in Google Calendar in a browser; the phone shows it soon after.</Trans>
          </dd>
        </div>
        <div>
          <dt>Google Calendar</dt>
          <dd>
            <Trans>On the computer: “Other calendars”, the plus sign, “From URL”, and paste the link.</Trans>
          </dd>
        </div>
        <div>
          <dt>Outlook</dt>
          <dd>
            <Trans>“Add calendar”, “Subscribe from web”, and paste the link.</Trans>
          </dd>
        </div>
      </dl>
      <p className="text-small text-ink-2">
        <Trans>
          Google and Outlook fetch it over the internet, some only every few hours: {host} has to be reachable
          from there.
        </Trans>
      </p>
    </div>
  )
}
