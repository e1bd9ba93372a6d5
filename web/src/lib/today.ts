/** Which day it is for the person: the server knows their zone and when their day begins. */
import { useQuery } from '@tanstack/react-query'
import { readTodayOptions } from '@/api/@tanstack/react-query.gen'

/** Undefined while it is read. */
export const useTodayDate = (): string | undefined =>
  useQuery({ ...readTodayOptions(), select: (day) => day.today }).data
