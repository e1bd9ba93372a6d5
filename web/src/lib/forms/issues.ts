/** What the API's own checks find wrong with a field, in words that say what to write instead. */
import { t } from '@lingui/core/macro'

export interface Issue {
  code: string
  path: PropertyKey[]
  origin?: string
  minimum?: number | bigint
  maximum?: number | bigint
}

/** `wanted` is said where it is neither too much nor too little; by default a whole number is asked for. */
export function issueWords({ code, path, origin, minimum, maximum }: Issue, wanted?: string): string {
  if (path.at(-1) === 'days' && origin === 'array') return t`Choose at least one weekday`
  if (code === 'too_small') return t`At least ${String(minimum)}`
  if (code === 'too_big')
    return origin === 'string' ? t`At most ${String(maximum)} characters` : t`At most ${String(maximum)}`
  return wanted ?? t`Write a whole number`
}
