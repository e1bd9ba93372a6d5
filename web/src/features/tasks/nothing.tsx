/** Each list while nothing is on it: what it is for, and one thing to do. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useThemeFilter } from '@/lib/themes'
import { Button, buttonLook, EmptyState } from '@/ui'
import type { TaskSearch } from './filters'
import { toNewTask } from './paths'

export function Nothing({ search }: { search: TaskSearch }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const theme = useThemeFilter()
  const words = useWords()
  if (search.q || theme.value)
    return (
      <EmptyState
        title={search.q ? t`No task with these words` : t`No task of this theme`}
        action={
          <Button
            onClick={() => {
              theme.choose(undefined)
              void navigate({ to: '/tasks', search: search.list ? { list: search.list } : {} })
            }}
          >
            <Trans>Look everywhere</Trans>
          </Button>
        }
      />
    )
  const { title, text } = words[search.list ?? 'open']
  return (
    <EmptyState
      title={title}
      action={
        (search.list === undefined || search.list === 'someday') && (
          <Link {...toNewTask} className={buttonLook('primary')}>
            <Trans>New task</Trans>
          </Link>
        )
      }
    >
      {text}
    </EmptyState>
  )
}

function useWords(): Record<NonNullable<TaskSearch['list']> | 'open', { title: string; text: ReactNode }> {
  const { t } = useLingui()
  return {
    open: {
      title: t`Nothing to be done`,
      text: t`A task is something to do once, or again and again: write it down, say when, and tick it off.`,
    },
    overdue: {
      title: t`Nothing is overdue`,
      text: t`What was due before today and is not done stands here.`,
    },
    today: { title: t`Nothing is due today`, text: t`What is due on this day stands here, and on Today.` },
    upcoming: {
      title: t`Nothing is coming up`,
      text: t`What is due on a later day stands here, day by day.`,
    },
    someday: {
      title: t`Nothing for someday`,
      text: t`What has no date waits here until you give it one.`,
    },
    done: { title: t`Nothing is done yet`, text: t`What you tick off is kept here, the latest first.` },
  }
}
