/** Server state: one query client, kept in IndexedDB so that what was seen opens offline. */
import { createAsyncStoragePersister } from '@tanstack/query-async-storage-persister'
import { type Query, QueryClient } from '@tanstack/react-query'
import { PersistQueryClientProvider } from '@tanstack/react-query-persist-client'
import { createStore, del, get, set, type UseStore } from 'idb-keyval'
import type { ReactNode } from 'react'
import { Problem } from './problem'

const DAY_MS = 86_400_000
const KEEP_MS = 14 * DAY_MS

/** Try again when no answer came or the server was busy, never when it refused. */
const shouldRetry = (failures: number, error: Error) =>
  failures < 2 && error instanceof Problem && (error.status === 0 || error.status >= 502)

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'offlineFirst', staleTime: 15_000, gcTime: KEEP_MS, retry: shouldRetry },
    mutations: { networkMode: 'always', retry: false },
  },
})

let opened: UseStore | undefined

/** Opened on first use and once: each `createStore` is a connection of its own. */
function store(): UseStore {
  opened ??= createStore('almanac-cache', 'queries')
  return opened
}

const persister = createAsyncStoragePersister({
  storage: {
    getItem: async (key) => (await get<string>(key, store())) ?? null,
    setItem: (key, value) => set(key, value, store()),
    removeItem: (key) => del(key, store()),
  },
  key: 'queries',
})

/** Forget everything that was read, at sign-out, so that the next person on this machine sees nothing of it. */
export async function forgetServerState(): Promise<void> {
  queryClient.clear()
  await persister.removeClient()
}

/** What was read is kept although reading it again has failed since: offline that is the rule. */
const shouldDehydrateQuery = ({ state }: Query) => state.data !== undefined

export function ServerState({ children }: { children: ReactNode }) {
  return (
    <PersistQueryClientProvider
      client={queryClient}
      // What was kept may be older than the last change made before a reload: show it, and read it again.
      onSuccess={() => queryClient.invalidateQueries()}
      persistOptions={{
        persister,
        maxAge: KEEP_MS,
        buster: __BUILD__,
        dehydrateOptions: { shouldDehydrateQuery },
      }}
    >
      {children}
    </PersistQueryClientProvider>
  )
}
