/** Which Almanac this is. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { readPublicConfigOptions } from '@/api/@tanstack/react-query.gen'
import { Section } from './section'

export function AboutSection() {
  const { t } = useLingui()
  const id = useId()
  const version = useQuery(readPublicConfigOptions()).data?.version ?? '…'
  return (
    <Section id={`about-${id}`} title={t`About`}>
      <p className="text-ink-2">
        <Trans>
          Almanac <span className="tabular-nums">{version}</span>, on {location.host}. Free software under the
          MIT licence.
        </Trans>
      </p>
    </Section>
  )
}
