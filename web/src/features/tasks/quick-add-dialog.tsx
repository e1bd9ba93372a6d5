/** Quick add over any page. */
import { useLingui } from '@lingui/react/macro'
import { useTodayDate } from '@/lib/today'
import { Dialog } from '@/ui'
import { QuickAddBox } from './quick-add-box'

interface DialogProps {
  /** What the line begins with. */
  start: string
  onOpenChange: (open: boolean) => void
}

export function QuickAddDialog({ start, onOpenChange }: DialogProps) {
  const { t } = useLingui()
  const today = useTodayDate()
  return (
    <Dialog open onOpenChange={onOpenChange} title={t`Add a task`}>
      {today && <QuickAddBox today={today} start={start} isAlone onDone={() => onOpenChange(false)} />}
    </Dialog>
  )
}
