/** What of the almanac a calendar shows. */
import { useLingui } from '@lingui/react/macro'
import type { Area } from '@/api'
import { zArea } from '@/api/zod.gen'
import { Checkbox, FieldGroup } from '@/ui'

interface AreasProps {
  value: readonly Area[]
  onChange: (areas: Area[]) => void
  isBusy: boolean
}

export function Areas({ value, onChange, isBusy }: AreasProps) {
  const { t } = useLingui()
  const names: Record<Area, string> = {
    timetable: t`Timetables`,
    habits: t`Habits`,
    tasks: t`Tasks`,
    freshness: t`Freshness`,
  }
  return (
    <FieldGroup legend={t`What it shows`} error={value.length === 0 ? t`Choose at least one` : undefined}>
      <div aria-busy={isBusy} className="flex flex-wrap gap-x-6">
        {zArea.options.map((area) => (
          <Checkbox
            key={area}
            label={names[area]}
            checked={value.includes(area)}
            onChange={(event) =>
              onChange(
                zArea.options.filter((each) => (each === area ? event.target.checked : value.includes(each))),
              )
            }
          />
        ))}
      </div>
    </FieldGroup>
  )
}
