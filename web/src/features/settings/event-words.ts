/** The kinds of the audit log in words. */
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import type { IconName } from '@/ui'

const kinds: Record<string, { words: MessageDescriptor; icon: IconName }> = {
  'account.created': { words: msg`Account made`, icon: 'account' },
  'account.promoted': { words: msg`Made administrator`, icon: 'account' },
  'account.deactivated': { words: msg`Account closed`, icon: 'account' },
  sign_in: { words: msg`Signed in`, icon: 'signIn' },
  sign_out: { words: msg`Signed out`, icon: 'signOut' },
  'password.changed': { words: msg`Password changed`, icon: 'edit' },
  'password.reset': { words: msg`Password set anew`, icon: 'edit' },
  'session.revoked': { words: msg`A device signed out`, icon: 'device' },
  'session.others_revoked': { words: msg`All other devices signed out`, icon: 'device' },
  'session.token_replayed': { words: msg`An old sign-in came back and was ended`, icon: 'warning' },
  'batches.recalled': { words: msg`Batches recalled`, icon: 'warning' },
  'batches.recall_taken_back': { words: msg`A recall taken back`, icon: 'undo' },
}

export const eventIcon = (kind: string): IconName => kinds[kind]?.icon ?? 'info'

/** A kind that this version does not know is shown by its name. */
export function useEventWords(): (kind: string) => string {
  const { i18n } = useLingui()
  return (kind) => {
    const known = kinds[kind]
    return known ? i18n._(known.words) : kind
  }
}
