/** One quiet line when the network is gone, or when something waits to be sent or was refused. Otherwise nothing. */
import { Plural, Trans } from '@lingui/react/macro'
import { useOnline } from '@/lib/online'
import { useOutboxStatus } from '@/lib/outbox-status'
import { Icon } from '@/ui'
import { showOverlay } from './overlay-state'

export function StatusStrip() {
  const online = useOnline()
  const { waiting, refused } = useOutboxStatus()
  const open = waiting.length + refused.length > 0
  return (
    <div role="status" className="text-small">
      {!online && (
        <p className="flex items-center gap-2 px-4.5 py-2 text-ink-2 wide:px-2.5">
          <Icon name="offline" size={16} className="flex-none" />
          <Trans>Offline. What you do is kept.</Trans>
        </p>
      )}
      {open && (
        <button
          type="button"
          onClick={() => showOverlay('outbox')}
          className="flex min-h-11 w-full items-center gap-2 rounded-control px-4.5 text-left font-medium hover:bg-sunk wide:px-2.5"
        >
          <Icon
            name={refused.length ? 'warning' : 'clock'}
            size={16}
            className={refused.length ? 'flex-none text-bad' : 'flex-none text-ink-2'}
          />
          {refused.length ? (
            <Plural value={refused.length} one="# change was refused" other="# changes were refused" />
          ) : (
            <Plural
              value={waiting.length}
              one="# change waits to be sent"
              other="# changes wait to be sent"
            />
          )}
        </button>
      )}
    </div>
  )
}
