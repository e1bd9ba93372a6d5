/** What the server makes of the line while it is typed: asked after a short pause, the last answer kept meanwhile. */
import { useCallback, useEffect, useState } from 'react'
import { parseLine, type QuickAddRead } from '@/api'
import { asSent, keepSpans, type Part, partsOf, type Span } from './quick-add-spans'

const PAUSE_MS = 150
/** Who presses Enter is kept waiting no longer than this. */
const LONGEST_WAIT_MS = 5000

export interface Line {
  text: string
  /** Where nothing is to be recognised. */
  ignored: readonly Span[]
}

export interface Reading {
  line: Line
  read: QuickAddRead
  parts: readonly Part[]
}

const same = (a: Line, b: Line) => a.text === b.text && a.ignored === b.ignored

/** Ask what a line means. */
export async function readLine(line: Line, signal?: AbortSignal): Promise<Reading> {
  const body = { text: line.text, ignore: asSent(line.text, line.ignored) }
  const { data } = await parseLine({ body, ...(signal && { signal }), throwOnError: true })
  return { line, read: data, parts: partsOf(line.text, data.parts) }
}

/** The last answer; `isCurrent` when it is about the line as it stands. Its parts are where they stand in it now. */
export function useReading(line: Line) {
  const [reading, setReading] = useState<Reading>()
  const isEmpty = line.text.trim() === ''
  useEffect(() => {
    if (isEmpty) {
      setReading(undefined)
      return
    }
    const asked = new AbortController()
    // Refused or out of reach: what was understood last stays, and adding says what is the matter.
    const ask = () => readLine(line, asked.signal).then(setReading, () => undefined)
    const timer = setTimeout(() => void ask(), PAUSE_MS)
    return () => {
      clearTimeout(timer)
      asked.abort()
    }
  }, [line, isEmpty])
  const isCurrent = reading !== undefined && same(reading.line, line)
  const shown = reading && !isEmpty ? partsNow(reading, line) : []
  /** The answer about the line as it stands, asked for if need be. */
  const current = useCallback(
    async () =>
      reading && same(reading.line, line) ? reading : readLine(line, AbortSignal.timeout(LONGEST_WAIT_MS)),
    [reading, line],
  )
  return { reading: isEmpty ? undefined : reading, parts: shown, isCurrent, current }
}

const partsNow = ({ line, parts }: Reading, now: Line): Part[] =>
  keepSpans(line.text, now.text, parts).filter(
    (part) => !now.ignored.some(({ start, end }) => start < part.end && part.start < end),
  )
