/** Bringing a file in, step by step: choose, look at what would come, bring it in, see it. Below: what came before. */
import { useLingui } from '@lingui/react/macro'
import { DayHeadline, Page } from '@/ui'
import { ChooseFile } from './choose-file'
import { ImportList } from './import-list'
import { Preview } from './preview'
import { Result } from './result'
import { useImport } from './use-import'

/** `routine` is the timetable that a file of one goes into, unless another is chosen. */
export function ImportPage({ routine }: { routine?: string | undefined }) {
  const { t } = useLingui()
  const { state, choose, lookAgain, confirm, restart } = useImport(routine)
  return (
    <Page title={t`Bring data in`}>
      <DayHeadline
        title={t`Bring data in`}
        meta={t`What you have already is never overwritten, and an import can be taken back.`}
      />
      <div className="mt-6">
        {state.step === 'choose' && <ChooseFile state={state} onFile={choose} />}
        {state.step === 'preview' && (
          <Preview state={state} onGoal={lookAgain} onConfirm={confirm} onCancel={restart} />
        )}
        {state.step === 'done' && <Result result={state.result} onAgain={restart} />}
      </div>
      <ImportList />
    </Page>
  )
}
