/** Under the rows of today: one more, written in one line. The box belongs to the shell and opens over the page. */
import { Trans } from '@lingui/react/macro'
import { runCommand } from '@/lib/commands'
import { Button } from '@/ui'

export function AddTask() {
  return (
    <Button
      variant="quiet"
      icon="plus"
      onClick={() => runCommand('quick-add')}
      className="no-print mt-2 -ml-3 wide:-ml-4"
    >
      <Trans>Add a task</Trans>
    </Button>
  )
}
