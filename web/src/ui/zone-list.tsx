/** The list of time zones with its search; loaded lazily. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Command } from 'cmdk'
import { useMemo } from 'react'
import { regional } from '@/lib/i18n'
import { Button } from './button'
import { Sheet } from './dialog'
import { Icon } from './icon'
import { deviceZone, zoneTime } from './zone-field'
import { allZones, nameMatches } from './zones'

interface ZoneListProps {
  value: string
  onChoose: (zone: string) => void
  onClose: () => void
}

export function ZoneList({ value, onChoose, onClose }: ZoneListProps) {
  const { t, i18n } = useLingui()
  const here = deviceZone()
  const zones = useMemo(() => {
    const now = new Date()
    const locale = regional(i18n.locale)
    return allZones([value, here]).map((zone) => ({ zone, time: zoneTime(zone, locale, now) }))
  }, [value, here, i18n.locale])
  return (
    <Sheet
      open
      onOpenChange={onClose}
      title={t`Time zone`}
      footer={
        here !== value && (
          <Button icon="device" onClick={() => onChoose(here)}>
            <Trans>Use this device’s zone</Trans>
          </Button>
        )
      }
    >
      <Command label={t`Time zones`} defaultValue={value} filter={nameMatches} loop className="-mx-2">
        <div className="relative px-2 pb-3">
          <Icon name="search" className="absolute top-3.5 left-5 text-ink-2" />
          <Command.Input placeholder={t`Search a city or region`} className="control w-full pr-3 pl-10" />
        </div>
        <Command.List label={t`Time zones`} className="min-h-72">
          <Command.Empty className="px-3 py-6 text-ink-2">
            <Trans>No zone has this name. Try the nearest large city.</Trans>
          </Command.Empty>
          {zones.map(({ zone, time }) => (
            <Command.Item
              key={zone}
              value={zone}
              onSelect={() => onChoose(zone)}
              className="flex min-h-11 cursor-pointer items-center gap-3 rounded-[7px] px-3 aria-selected:bg-sunk aria-selected:shadow-[inset_2px_0_var(--accent)]"
            >
              <span className="min-w-0 flex-1 truncate">{zone.replaceAll('_', ' ')}</span>
              {zone === value && <Icon name="check" size={16} />}
              <span className="text-small whitespace-nowrap text-ink-2 tabular-nums">{time}</span>
            </Command.Item>
          ))}
        </Command.List>
      </Command>
    </Sheet>
  )
}
