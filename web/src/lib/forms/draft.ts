/** What was typed and not saved, kept in this browser: leaving, an error or an ended session loses nothing. */
import { useEffect, useRef, useState } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { readChoice, writeChoice } from '@/lib/storage'

const WAIT_MS = 400

function readDraft<Form>(key: string): Form | undefined {
  try {
    return (JSON.parse(readChoice(key) ?? 'null') as Form | null) ?? undefined
  } catch {
    return undefined
  }
}

export interface Draft<Form> {
  found: Form | undefined
  resume: () => void
  discard: () => void
  /** Saved: the draft has done its work. */
  forget: () => void
}

/** Keeps a draft while the form differs from what it began with. `found` is one from an earlier visit,
 * and stays at hand until it is decided on, also when something else is typed meanwhile. */
export function useDraft<Form extends FieldValues>(
  form: UseFormReturn<Form>,
  owner: string,
  /** What is written, such as `habit.new`. */
  subject: string,
): Draft<Form> {
  const key = `draft.${owner}.${subject}`
  const [found, setFound] = useState(() => readDraft<Form>(key))
  const closed = useRef(false)
  // Read while rendering: only then does the form keep it up to date between one key and the next.
  const { isDirty } = form.formState
  const differs = useRef(isDirty)
  differs.current = isDirty
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const keep = () => {
      if (!closed.current && differs.current) writeChoice(key, JSON.stringify(form.getValues()))
    }
    const stop = form.subscribe({
      formState: { values: true, isDirty: true },
      callback: () => {
        clearTimeout(timer)
        timer = setTimeout(keep, WAIT_MS)
      },
    })
    // The page may be closed or left before the wait is over.
    addEventListener('pagehide', keep)
    return () => {
      stop()
      removeEventListener('pagehide', keep)
      clearTimeout(timer)
      keep()
    }
  }, [form, key])
  const forget = () => {
    closed.current = true
    writeChoice(key, null)
  }
  return {
    found,
    resume: () => {
      if (found) form.reset(found, { keepDefaultValues: true })
      setFound(undefined)
    },
    discard: () => {
      writeChoice(key, null)
      setFound(undefined)
    },
    forget,
  }
}
