/** Names of devices in the person's language. */
import { useLingui } from '@lingui/react/macro'
import { deviceOf } from './device-name'

export function useDeviceName(): (agent: string) => string {
  const { t } = useLingui()
  return (agent) => {
    const { browser, system } = deviceOf(agent)
    if (browser && system) return t`${browser} on ${system}`
    return browser ?? system ?? t`A device that does not name itself`
  }
}
