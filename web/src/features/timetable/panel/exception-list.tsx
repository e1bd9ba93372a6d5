/** The dates of a session that are cancelled or moved, each taken back by one press. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { SessionRead } from '@/api'
import { RowAction } from '@/ui'
import type { SessionActions } from '../actions'
import { exceptionsOf } from './exceptions'

interface ExceptionListProps {
  session: SessionRead
  today: string
  write: SessionActions['write']
}

export function ExceptionList({ session, today, write }: ExceptionListProps) {
  const { t } = useLingui()
  const found = exceptionsOf(session, today)
  if (found.length === 0) return null
  return (
    <section aria-label={t`Cancelled and moved`} className="mt-7">
      <h3 className="mb-1 text-head">
        <Trans>Cancelled and moved</Trans>
      </h3>
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari drops the role of lists without bullets */}
      <ul role="list">
        {found.map(({ key, title, note, message, back, again }) => (
          <li key={key} className="flex min-h-14 items-center gap-3 border-b border-rule py-1.5">
            <div className="min-w-0 flex-1 wrap-anywhere">
              <p className="text-note font-medium">{title}</p>
              {note && <p className="text-small text-ink-2">{note}</p>}
            </div>
            <RowAction aria-label={t`Restore: ${title}`} onClick={() => write(session, back, again, message)}>
              <Trans>Restore</Trans>
            </RowAction>
          </li>
        ))}
      </ul>
    </section>
  )
}
