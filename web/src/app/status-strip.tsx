/**
 * One quiet line when the network is gone, or when something waits to be sent or was refused. Otherwise nothing. Read
 * aloud is what somebody has to know: that the network is gone, that something was refused. What they have just done is
 * told by its message, and how much of it is on its way is only shown.
 */
import { Plural, Trans } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { useOnline } from '@/lib/online'
import { useOutboxStatus } from '@/lib/outbox-status'
import { Icon } from '@/ui'
import { showOverlay } from './overlay-state'

export function StatusStrip() {
  const online = useOnline()
  const { waiting, refused } = useOutboxStatus()
  // What is sent at once would come and go with every change, and move the page's edge.
  const isLasting = useLasting(waiting.length > 0, !online)
  const open = refused.length > 0 || isLasting
  return (
    <div className="text-small">
      <div role="status">
        {!online && (
          <p className="flex items-center gap-2 px-4.5 py-2 text-ink-2 wide:px-2.5">
            <Icon name="offline" size={16} className="flex-none" />
            <Trans>Offline. What you do is kept.</Trans>
          </p>
        )}
        <span className="sr-only">{refused.length > 0 && <Refused count={refused.length} />}</span>
      </div>
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
            <Refused count={refused.length} />
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

const Refused = ({ count }: { count: number }) => (
  <Plural value={count} one="# change was refused" other="# changes were refused" />
)

const LASTING_MS = 1000

/** Whether something has been so for a while, or was so `atOnce`; from then on for as long as it is. */
function useLasting(is: boolean, atOnce: boolean): boolean {
  const [lasts, setLasts] = useState(false)
  useEffect(() => {
    if (!is) {
      setLasts(false)
      return
    }
    const timer = setTimeout(() => setLasts(true), atOnce ? 0 : LASTING_MS)
    return () => clearTimeout(timer)
  }, [is, atOnce])
  return is && lasts
}
