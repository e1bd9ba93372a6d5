/** What goes out and what comes in. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import { buttonLook, Icon } from '@/ui'
import { Section } from './section'

export function DataSection() {
  const { t } = useLingui()
  const id = useId()
  return (
    <Section
      id={`data-${id}`}
      title={t`Your data`}
      intro={t`The export holds everything as one readable file, and can be brought in again.`}
    >
      <div className="flex flex-wrap gap-2.5">
        <a href="/api/v1/export" download className={buttonLook()}>
          <Icon name="download" />
          <Trans>Export everything</Trans>
        </a>
        <Link to="/import" className={buttonLook()}>
          <Icon name="import" />
          <Trans>Bring data in</Trans>
        </Link>
      </div>
    </Section>
  )
}
