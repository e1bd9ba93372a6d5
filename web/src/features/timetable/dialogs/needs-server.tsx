/** Said where a link cannot be made or taken back just now. */
import { Trans } from '@lingui/react/macro'
import { Notice } from '@/ui'

export const NeedsServer = () => (
  <Notice
    title={
      <Trans>Links are made and taken back by the server. Without a network it cannot be reached.</Trans>
    }
  />
)
