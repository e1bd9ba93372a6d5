/** Cards or table: chosen once in this browser. */
import { useState } from 'react'
import { readChoice, writeChoice } from '@/lib/storage'

export type Look = 'cards' | 'table'

const KEY = 'freshness.look'

export function useView(): [Look, (look: Look) => void] {
  const [look, setLook] = useState<Look>(() => (readChoice(KEY) === 'table' ? 'table' : 'cards'))
  const choose = (next: Look) => {
    writeChoice(KEY, next)
    setLook(next)
  }
  return [look, choose]
}
