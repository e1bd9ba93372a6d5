/** What the box of quick add holds and does. */
import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { zTaskCreate } from '@/api/zod.gen'
import { longestOf } from '@/lib/forms/longest'
import { useOnline } from '@/lib/online'
import { Problem, problemMessage } from '@/lib/problem'
import { themeOfFilter, useThemeFilter, useThemeOf } from '@/lib/themes'
import { showToast } from '@/ui'
import { toEditor } from './handover'
import { type Line, type Reading, useReading } from './quick-add-reading'
import { addTask, bodyOfReading, type Made } from './quick-add-save'
import { keepSpans, type Part } from './quick-add-spans'
import { dueInWords } from './quick-add-words'

const LONGEST_TITLE = longestOf(zTaskCreate.shape.title)
const EMPTY: Line = { text: '', ignored: [] }

interface Props {
  today: string
  start: string
  /** Missing where the box stays for the next line. */
  onDone: (() => void) | undefined
}

/** Nothing answered, so nothing is wrong with the line. */
const isOutOfReach = (error: unknown) =>
  error instanceof Problem && (error.status === 0 || error.status >= 500)

export function useQuickAdd({ today, start, onDone }: Props) {
  const { t } = useLingui()
  const client = useQueryClient()
  const router = useRouter()
  const isOnline = useOnline()
  const theme = themeOfFilter(useThemeFilter())
  const themeName = useThemeOf({ theme_id: theme })?.name
  const [line, setLine] = useState<Line>({ ...EMPTY, text: start })
  const latest = useRef(line)
  const [fault, setFault] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const { reading, parts, current } = useReading(line)

  const change = (next: Line) => {
    latest.current = next
    setLine(next)
    setFault(undefined)
  }
  const type = (text: string) => change({ text, ignored: keepSpans(line.text, text, line.ignored) })
  const ignore = ({ start: from, end }: Part) =>
    change({ ...line, ignored: [...line.ignored, { start: from, end }] })

  /** As it was read; out of reach of the server the line is the title. */
  const make = async (): Promise<Made & { reading?: Reading }> => {
    try {
      const now = await current()
      return { ...(await bodyOfReading(now, theme)), reading: now }
    } catch (error) {
      if (!isOutOfReach(error)) throw error
      return { body: { title: line.text.trim(), theme_id: theme ?? null } }
    }
  }

  /** Nothing that was typed is lost: the line comes back, or is named where the next one has been begun. */
  const giveBack = (sent: Line, message: string) => {
    if (latest.current.text !== '' && latest.current !== sent) {
      void showToast(t`Not noted: ${sent.text}`, { tone: 'bad', stays: true, detail: message })
      return
    }
    change(sent)
    setFault(message)
  }

  /** The box is free for the next line at once, or stays until it is closed. */
  const once = async (work: () => Promise<void>) => {
    if (isBusy || line.text.trim() === '') return
    if (onDone) setBusy(true)
    else change(EMPTY)
    try {
      await work()
    } catch (error) {
      giveBack(line, problemMessage(error))
    } finally {
      setBusy(false)
    }
  }

  const add = () =>
    once(async () => {
      const made = await make()
      if ([...made.body.title].length > LONGEST_TITLE) {
        giveBack(line, t`The title may have at most ${String(LONGEST_TITLE)} characters.`)
        return
      }
      const undo = await addTask(client, made)
      onDone?.()
      const detail = made.reading
        ? dueInWords(made.reading.read, today)
        : t`There is no connection, so nothing in it was read as a date.`
      void showToast(t`${made.body.title} is noted`, { undo, ...(detail && { detail }) })
    })

  const openEditor = () =>
    once(async () => {
      const { body } = await make()
      onDone?.()
      await router.navigate(toEditor(body))
    })

  return { line, parts, reading, fault, isBusy, isOnline, themeName, type, ignore, add, openEditor }
}
