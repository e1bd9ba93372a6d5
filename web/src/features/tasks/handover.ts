/** A task handed from quick add to the editor. It travels with the history, so that a reload keeps it. */
import { useLocation } from '@tanstack/react-router'
import type { TaskCreate } from '@/api'
import { toNewTask } from './paths'

declare module '@tanstack/react-router' {
  interface HistoryState {
    newTask?: TaskCreate
  }
}

export const toEditor = (newTask: TaskCreate) =>
  ({ ...toNewTask, state: { ...toNewTask.state, newTask } }) as const

/** What the editor of a new task begins with, if something was said already. */
export const useHandedOver = (): TaskCreate | undefined =>
  useLocation({ select: ({ state }) => state.newTask })
