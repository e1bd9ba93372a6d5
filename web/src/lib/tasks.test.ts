import { IDBFactory } from 'fake-indexeddb'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { pending, setOwner } from './outbox'
import { enqueueTask, type TaskWrite, taskOpOf } from './tasks'

const TASK = '01a1f8fd-7479-74ce-b6bb-22367f73fce7'

describe('what is done with a task', () => {
  beforeAll(() => {
    vi.stubGlobal('indexedDB', new IDBFactory())
    // Nothing is sent: the rows stay where they are.
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    setOwner('alice')
  })

  it.each<TaskWrite>([
    { kind: 'complete', due: '2026-11-20T18:30', done_on: '2026-11-20' },
    { kind: 'complete', due: null, done_on: '2026-11-20' },
    { kind: 'reopen' },
    { kind: 'restore' },
    { kind: 'update', body: { due: '2026-11-21' } },
    { kind: 'delete' },
  ])('is read back from the outbox as it was written: %j', async (write) => {
    await enqueueTask(TASK, write, 'words')
    const op = (await pending()).at(-1)
    expect(op?.lane).toBe(`tasks/${TASK}`)
    expect(op && taskOpOf(op)).toEqual({ taskId: TASK, write })
  })

  it('is not mistaken for what is done with a habit', () => {
    const url = `/api/v1/habits/${TASK}/check-ins/2026-11-20`
    expect(taskOpOf({ method: 'DELETE', url, body: undefined })).toBeUndefined()
  })
})
