/** The subjects of this routine and of every other that was seen in this browser. */
import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { RoutineRead } from '@/api'
import { type KnownSubject, subjectsOf } from './subjects'

export function useSubjects(routine: RoutineRead): KnownSubject[] {
  const client = useQueryClient()
  return useMemo(() => {
    const seen = client
      .getQueriesData<RoutineRead>({ queryKey: [{ _id: 'readRoutine' }] })
      .flatMap(([, found]) => (found && found.id !== routine.id ? [found] : []))
    return subjectsOf([...seen, routine])
  }, [client, routine])
}
