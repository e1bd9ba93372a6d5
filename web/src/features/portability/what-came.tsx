/** What an import brought, in one line: only what there is any of. */
import { Plural } from '@lingui/react/macro'
import { Fragment } from 'react'
import type { ImportRead } from '@/api'

type Counts = Pick<ImportRead, 'habits' | 'check_ins' | 'tasks' | 'themes' | 'sessions'>

export function WhatCame({ habits, check_ins, tasks, themes, sessions }: Counts) {
  const tasksCame = tasks.added + tasks.restored
  const habitsCame = habits.added + habits.restored
  const parts = [
    { id: 'habits', count: habitsCame, words: <Plural value={habitsCame} one="# habit" other="# habits" /> },
    {
      id: 'entries',
      count: check_ins.added,
      words: <Plural value={check_ins.added} one="# entry" other="# entries" />,
    },
    { id: 'tasks', count: tasksCame, words: <Plural value={tasksCame} one="# task" other="# tasks" /> },
    {
      id: 'themes',
      count: themes.added,
      words: <Plural value={themes.added} one="# theme" other="# themes" />,
    },
    {
      id: 'sessions',
      count: sessions.added,
      words: <Plural value={sessions.added} one="# session" other="# sessions" />,
    },
  ]
  const some = parts.filter(({ count }) => count > 0)
  return (some.length > 0 ? some : parts.slice(0, 1)).map(({ id, words }, place) => (
    <Fragment key={id}>
      {place > 0 && ' · '}
      {words}
    </Fragment>
  ))
}
