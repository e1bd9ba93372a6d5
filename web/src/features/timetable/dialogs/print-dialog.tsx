/** The timetable on one page of paper, as a PDF that the server sets. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { RoutineRead } from '@/api'
import { shortDate } from '@/lib/dates'
import { localeNames, regional } from '@/lib/i18n'
import { useOnline } from '@/lib/online'
import { problemMessage } from '@/lib/problem'
import { saveFile } from '@/lib/save-file'
import { readChoice, writeChoice } from '@/lib/storage'
import { Button, Dialog, Field, FieldGroup, Notice, SegmentedControl, Select } from '@/ui'
import { fetchPdf, type Paper } from './pdf'

interface PrintProps {
  routine: RoutineRead
  /** A date of the week that is shown. */
  date: string
  isThisWeek: boolean
  /** The pattern is shown, and no dates. */
  isPattern: boolean
  onClose: () => void
}

/** Letter is the paper of North America, A4 that of everybody else. */
const usualPaper = (locale: string): Paper => {
  const kept = readChoice('paper')
  if (kept === 'a4' || kept === 'letter') return kept
  return /-(US|CA|MX|PH)$/.test(regional(locale)) ? 'letter' : 'a4'
}

export function PrintDialog({ routine, date, isThisWeek, isPattern, onClose }: PrintProps) {
  const { t, i18n } = useLingui()
  const isOnline = useOnline()
  const [what, setWhat] = useState(isPattern ? 'pattern' : 'week')
  const [paper, setPaper] = useState(() => usualPaper(i18n.locale))
  const [lang, setLang] = useState(i18n.locale)
  const print = useMutation({
    mutationFn: () => fetchPdf(routine.id, { paper, lang, date: what === 'week' ? date : undefined }),
    onSuccess: ({ file, name }) => {
      writeChoice('paper', paper)
      saveFile(file, name)
    },
  })
  const day = shortDate(date, i18n.locale)
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t`Print ${routine.name}`}
      description={t`One page in landscape, as a PDF. Its text can be searched and read aloud.`}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            <Trans>Close</Trans>
          </Button>
          <Button
            variant="primary"
            icon="download"
            busy={print.isPending}
            disabled={!isOnline}
            onClick={() => print.mutate()}
          >
            {print.isPending ? <Trans>Setting the page…</Trans> : <Trans>Download the PDF</Trans>}
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        <FieldGroup legend={t`What`}>
          <SegmentedControl
            label={t`What`}
            value={what}
            onChange={setWhat}
            choices={[
              { value: 'week', label: isThisWeek ? t`This week` : t`The week of ${day}` },
              { value: 'pattern', label: t`The pattern` },
            ]}
          />
        </FieldGroup>
        <FieldGroup legend={t`Paper`}>
          <SegmentedControl<Paper>
            label={t`Paper`}
            value={paper}
            onChange={setPaper}
            choices={[
              { value: 'a4', label: 'A4' },
              { value: 'letter', label: 'Letter' },
            ]}
          />
        </FieldGroup>
        <Field label={t`Language`} className="max-w-60">
          {(control) => (
            <Select {...control} value={lang} onChange={(event) => setLang(event.target.value)}>
              {Object.entries(localeNames).map(([value, name]) => (
                <option key={value} value={value} lang={value}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Outcome isOnline={isOnline} error={print.error} printed={print.data} />
      </div>
    </Dialog>
  )
}

interface OutcomeProps {
  isOnline: boolean
  error: unknown
  printed: Awaited<ReturnType<typeof fetchPdf>> | undefined
}

function Outcome({ isOnline, error, printed }: OutcomeProps) {
  const { t } = useLingui()
  if (!isOnline)
    return (
      <Notice title={t`The page is set by the server`}>
        <Trans>
          Without a network it cannot be reached. Your browser can print the grid itself meanwhile.
        </Trans>
      </Notice>
    )
  if (error) return <Notice tone="bad" role="alert" title={problemMessage(error)} />
  if (!printed) return null
  return (
    <Notice tone="ok" role="status" title={t`${printed.name} is among your downloads`}>
      {printed.missing && (
        <Trans>No font has these characters, and each was replaced by a sign: {printed.missing}</Trans>
      )}
    </Notice>
  )
}
