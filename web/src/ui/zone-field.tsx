/** A time zone: a button that shows it with its time of day, and a list to search, loaded when it is opened. */
import { Trans, useLingui } from '@lingui/react/macro'
import { lazy, type ReactNode, Suspense, useId, useState } from 'react'
import { regional } from '@/lib/i18n'
import { Field } from './field'
import { Icon } from './icon'

const ZoneList = lazy(() => import('./zone-list').then((file) => ({ default: file.ZoneList })))

/** The zone that this device is in, as far as the browser tells. */
export const deviceZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'

/** "Europe/Berlin" → "Berlin", "America/Argentina/Buenos_Aires" → "Buenos Aires". */
export const zoneTitle = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')

/** The time of day in a zone now, with its distance from UTC: "14:05 · UTC+1". */
export function zoneTime(zone: string, locale: string, now: Date): string {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: zone })
  const offset = part({ timeZoneName: 'shortOffset' })
    .formatToParts(now)
    .find(({ type }) => type === 'timeZoneName')?.value
  const time = part({ hour: 'numeric', minute: '2-digit' }).format(now)
  return `${time} · ${(offset ?? 'UTC').replace('GMT', 'UTC')}`
}

interface ZoneFieldProps {
  label: string
  value: string
  onChange: (zone: string) => void
  hint?: ReactNode
  error?: string | undefined
}

export function ZoneField({ label, value, onChange, hint, error }: ZoneFieldProps) {
  const { i18n } = useLingui()
  const [isOpen, setIsOpen] = useState(false)
  const valueId = useId()
  return (
    <>
      <Field label={label} hint={hint} error={error}>
        {({ id, ...control }) => (
          <button
            type="button"
            id={id}
            aria-describedby={[valueId, control['aria-describedby']].filter(Boolean).join(' ')}
            aria-haspopup="dialog"
            onClick={() => setIsOpen(true)}
            className="control flex w-full items-center gap-3 px-3 text-left"
          >
            <span id={valueId} className="min-w-0 flex-1 truncate">
              {value.replaceAll('_', ' ')}
            </span>
            <span className="text-note whitespace-nowrap text-ink-2 tabular-nums">
              {zoneTime(value, regional(i18n.locale), new Date())}
            </span>
            <Icon name="next" className="text-ink-2" />
          </button>
        )}
      </Field>
      {isOpen && (
        <Suspense
          fallback={
            <span className="sr-only">
              <Trans>One moment</Trans>
            </span>
          }
        >
          <ZoneList
            value={value}
            onChoose={(zone) => {
              setIsOpen(false)
              onChange(zone)
            }}
            onClose={() => setIsOpen(false)}
          />
        </Suspense>
      )}
    </>
  )
}
