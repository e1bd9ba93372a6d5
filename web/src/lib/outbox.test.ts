/** The outbox against a small server that can lose answers, refuse, be busy, and counts what it has stored. */
import { i18n } from '@lingui/core'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

type Outbox = typeof import('./outbox')
type Answer = number | 'lost' | 'never' | Response

/** Stores by idempotency key, as the real one does; `script` decides the answers to come, then everything succeeds. */
class Server {
  stored = new Map<string, { url: string; body: unknown }>()
  calls: string[] = []
  script: Answer[] = []
  refuse = new Map<string, number>()

  fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const key = new Headers(init.headers).get('idempotency-key') ?? ''
    this.calls.push(`${init.method} ${url}`)
    const answer = this.script.shift() ?? this.refuse.get(url) ?? 200
    if (answer === 'never') return new Promise(() => undefined)
    if (answer instanceof Response) return answer
    if (answer === 'lost' || answer < 300)
      this.stored.set(key, { url, body: init.body ? JSON.parse(String(init.body)) : null })
    if (answer === 'lost') throw new TypeError('network')
    return new Response(JSON.stringify({ code: `code_${answer}`, title: 'No' }), {
      status: answer,
      headers: { 'content-type': 'application/json' },
    })
  }

  bodies = (url: string) => [...this.stored.values()].filter((row) => row.url === url).map((row) => row.body)
}

/** Web Locks, as far as the outbox uses them; `tabDies` frees what a killed tab held. */
class Locks {
  tail: Promise<unknown> = Promise.resolve()
  request = (_name: string, work: () => Promise<void>) => {
    const run = this.tail.then(work)
    this.tail = run.catch(() => undefined)
    return run
  }
  tabDies = () => {
    this.tail = Promise.resolve()
  }
}

let server: Server
let locks: Locks
let online: boolean

/** Another tab of the same browser: its own memory, the same database and locks. */
async function openTab(owner: string | null = 'alice'): Promise<Outbox> {
  vi.resetModules()
  const outbox = await import('./outbox')
  outbox.setOwner(owner)
  return outbox
}

const tick = (url: string, status: string, lane = url) => ({
  lane,
  method: 'PUT' as const,
  url,
  body: { status },
  label: `Tick ${url}`,
})
const untick = (url: string) => ({ lane: url, method: 'DELETE' as const, url, label: `Untick ${url}` })
const later = (ms: number) => vi.setSystemTime(Date.now() + ms)

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
  i18n.loadAndActivate({ locale: 'en', messages: {} })
  server = new Server()
  locks = new Locks()
  online = true
  vi.stubGlobal('fetch', server.fetch)
  vi.stubGlobal('BroadcastChannel', undefined)
  Object.defineProperty(navigator, 'locks', { value: locks, configurable: true })
  vi.spyOn(navigator, 'onLine', 'get').mockImplementation(() => online)
  vi.useFakeTimers({ toFake: ['Date'] })
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a write', () => {
  it('is sent, stored once and forgotten', async () => {
    const outbox = await openTab()
    const sent = vi.fn()
    outbox.onSent(sent)
    await outbox.enqueue(tick('/a', 'done'))
    await outbox.flush()
    expect(server.bodies('/a')).toEqual([{ status: 'done' }])
    expect(await outbox.pending()).toEqual([])
    expect(sent).toHaveBeenCalledOnce()
  })

  it('is sent again under the same key when the answer is lost', async () => {
    const outbox = await openTab()
    server.script = ['lost']
    await outbox.enqueue(tick('/a', 'done'))
    await outbox.flush()
    expect(await outbox.pending()).toHaveLength(1)
    later(60_000)
    await outbox.flush()
    expect(server.calls).toEqual(['PUT /a', 'PUT /a'])
    expect(server.stored.size).toBe(1)
    expect(await outbox.pending()).toEqual([])
  })

  it('survives a kill while it is on its way', async () => {
    const killed = await openTab()
    server.script = ['never']
    await killed.enqueue(tick('/a', 'done'))
    await vi.waitFor(() => expect(server.calls).toHaveLength(1))
    locks.tabDies()
    const next = await openTab()
    await next.flush()
    expect(server.bodies('/a')).toEqual([{ status: 'done' }])
    expect(await next.pending()).toEqual([])
  })

  it('made offline waits and is sent when the network is back', async () => {
    const outbox = await openTab()
    online = false
    await outbox.enqueue(tick('/a', 'done'))
    await outbox.flush()
    expect(server.calls).toEqual([])
    online = true
    await outbox.flush()
    expect(server.bodies('/a')).toEqual([{ status: 'done' }])
  })

  it('is sent once when two tabs flush at the same time', async () => {
    const [one, two] = [await openTab(), await openTab()]
    online = false
    await one.enqueue(tick('/a', 'done'))
    await two.enqueue(tick('/b', 'done'))
    online = true
    await Promise.all([one.flush(), two.flush(), one.flush()])
    expect(server.calls.toSorted()).toEqual(['PUT /a', 'PUT /b'])
  })

  it('is sent where there are no locks, as on plain http', async () => {
    Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true })
    const outbox = await openTab()
    await outbox.enqueue(tick('/a', 'done'))
    await outbox.flush()
    expect(server.stored.size).toBe(1)
  })
})

describe('a newer write to the same address', () => {
  beforeEach(() => {
    online = false
  })

  it('replaces an older one that was never tried, a deletion as well', async () => {
    const outbox = await openTab()
    await outbox.enqueue(tick('/a', 'done'))
    await outbox.enqueue(untick('/a'))
    await outbox.enqueue(tick('/a', 'skipped'))
    online = true
    await outbox.flush()
    expect(server.calls).toEqual(['PUT /a'])
    expect(server.bodies('/a')).toEqual([{ status: 'skipped' }])
  })

  it('never replaces one that may have reached the server, and follows it', async () => {
    const outbox = await openTab()
    online = true
    server.script = ['lost']
    await outbox.enqueue(tick('/a', 'done'))
    await outbox.flush()
    await outbox.enqueue(tick('/a', 'skipped'))
    later(60_000)
    await outbox.flush()
    expect(server.bodies('/a')).toEqual([{ status: 'done' }, { status: 'skipped' }])
    expect(server.calls).toHaveLength(3)
  })

  it('leaves posts alone', async () => {
    const outbox = await openTab()
    const post = { lane: 'x', method: 'POST' as const, url: '/x', body: {}, label: 'Add' }
    await outbox.enqueue(post)
    await outbox.enqueue(post)
    expect(await outbox.pending()).toHaveLength(2)
  })
})

describe('a refusal', () => {
  it.each([400, 403, 404, 409, 410, 422])(
    'of %i parks the write, tells it, and holds up nothing',
    async (status) => {
      const outbox = await openTab()
      const told = vi.fn()
      outbox.onParked(told)
      server.refuse.set('/a', status)
      online = false
      await outbox.enqueue(tick('/a', 'done', 'habit'))
      await outbox.enqueue(tick('/b', 'done', 'habit'))
      await outbox.enqueue(tick('/c', 'done', 'other'))
      online = true
      await outbox.flush()
      expect(server.bodies('/b')).toHaveLength(1)
      expect(server.bodies('/c')).toHaveLength(1)
      expect(await outbox.pending()).toEqual([])
      expect(await outbox.parked()).toMatchObject([
        { url: '/a', refusal: { status, code: `code_${status}` } },
      ])
      expect(told).toHaveBeenCalledOnce()
      expect(server.calls.filter((call) => call === 'PUT /a')).toHaveLength(1)
    },
  )

  it('is still there after a restart, and can be retried, edited under a new key, or discarded', async () => {
    const before = await openTab()
    server.refuse.set('/a', 422)
    await before.enqueue(tick('/a', 'odd'))
    await before.flush()
    const outbox = await openTab()
    const [op] = await outbox.parked()
    await outbox.retry(op?.id ?? '')
    await outbox.flush()
    expect(await outbox.parked()).toHaveLength(1)
    server.refuse.clear()
    await outbox.edit(op?.id ?? '', { status: 'done' })
    await outbox.flush()
    expect(server.bodies('/a')).toEqual([{ status: 'done' }])
    expect([...server.stored.keys()]).not.toContain(op?.id)
    server.refuse.set('/b', 410)
    await outbox.enqueue(tick('/b', 'done'))
    await outbox.flush()
    await outbox.discard((await outbox.parked())[0]?.id ?? '')
    expect(await outbox.parked()).toEqual([])
  })

  it('of the session stops everything, keeps everything, and goes on after sign-in', async () => {
    const outbox = await openTab()
    const { onSignedOut } = await import('./signed-out')
    const signedOut = vi.fn()
    onSignedOut(signedOut)
    server.script = [401]
    online = false
    await outbox.enqueue(tick('/a', 'done'))
    await outbox.enqueue(tick('/b', 'done'))
    online = true
    await outbox.flush()
    await outbox.flush()
    expect(server.calls).toEqual(['PUT /a'])
    expect(await outbox.pending()).toHaveLength(2)
    expect(signedOut).toHaveBeenCalledOnce()
    outbox.setOwner('alice')
    await outbox.flush()
    expect(server.stored.size).toBe(2)
  })
})

describe('a server in trouble', () => {
  it('is left alone for as long as it asks', async () => {
    const outbox = await openTab()
    server.script = [new Response('', { status: 503, headers: { 'retry-after': '20' } })]
    await outbox.enqueue(tick('/a', 'done'))
    await outbox.flush()
    later(19_000)
    await outbox.flush()
    expect(server.calls).toHaveLength(1)
    later(2_000)
    await outbox.flush()
    expect(server.bodies('/a')).toHaveLength(1)
  })

  it('holds up the lane that fails with those of its parts, and no other', async () => {
    const outbox = await openTab()
    server.refuse.set('/a', 502)
    online = false
    await outbox.enqueue(tick('/a', 'done', 'habit'))
    await outbox.enqueue(tick('/b', 'done', 'habit'))
    await outbox.enqueue(tick('/c', 'done', 'other'))
    await outbox.enqueue(tick('/d', 'done', 'habit/parts/1'))
    online = true
    await outbox.flush()
    expect(server.calls).toEqual(['PUT /a', 'PUT /c'])
    server.refuse.clear()
    later(600_000)
    await outbox.flush()
    expect(server.calls.slice(2)).toEqual(['PUT /a', 'PUT /b', 'PUT /d'])
  })

  it('that fails on one write again and again has it parked, never dropped', async () => {
    const outbox = await openTab()
    server.refuse.set('/a', 500)
    await outbox.enqueue(tick('/a', 'done'))
    for (let round = 0; round < 12; round += 1) {
      await outbox.flush()
      later(600_000)
    }
    expect(await outbox.parked()).toMatchObject([{ url: '/a', refusal: { status: 500 } }])
    expect(server.calls).toHaveLength(8)
  })
})

describe('what was made and never sent', () => {
  const done = { lane: '/a', method: 'POST' as const, url: '/a/complete', body: {}, label: 'Done' }

  it('is taken back with all that was done to it, and nothing of it is sent', async () => {
    const outbox = await openTab()
    online = false
    for (const write of [tick('/a', 'open'), done, tick('/b', 'open')]) await outbox.enqueue(write)
    expect(await outbox.unmake('/a')).toMatchObject([{ url: '/a' }, { url: '/a/complete' }])
    online = true
    await outbox.flush()
    expect(server.calls).toEqual(['PUT /b'])
  })

  it('stays once it was tried: nobody knows whether the server has it', async () => {
    const outbox = await openTab()
    server.script = ['lost']
    await outbox.enqueue(tick('/a', 'open'))
    await outbox.flush()
    await outbox.enqueue(done)
    expect(await outbox.unmake('/a')).toEqual([])
    expect(await outbox.unmake('another')).toEqual([])
    expect(await outbox.pending()).toHaveLength(2)
  })

  it('takes along what was done to its parts', async () => {
    const outbox = await openTab()
    online = false
    for (const write of [tick('/a', 'open'), tick('/a/parts/1', 'open'), tick('/ab', 'open')])
      await outbox.enqueue(write)
    expect(await outbox.unmake('/a')).toMatchObject([{ url: '/a' }, { url: '/a/parts/1' }])
    expect(await outbox.pending()).toMatchObject([{ url: '/ab' }])
  })

  it('is not what the server has already, with a change that waits', async () => {
    const outbox = await openTab()
    online = false
    await outbox.enqueue(done)
    expect(await outbox.unmake('/a')).toEqual([])
    expect(await outbox.pending()).toHaveLength(1)
  })
})

describe('two people on one machine', () => {
  it('never have their writes sent by the other', async () => {
    const outbox = await openTab('alice')
    online = false
    await outbox.enqueue(tick('/a', 'done'))
    online = true
    outbox.setOwner('bob')
    await outbox.flush()
    expect(server.calls).toEqual([])
    expect(await outbox.pending()).toEqual([])
    outbox.setOwner('alice')
    await outbox.flush()
    expect(server.bodies('/a')).toHaveLength(1)
  })

  it('are not written for while nobody is signed in', async () => {
    const outbox = await openTab(null)
    await expect(outbox.enqueue(tick('/a', 'done'))).rejects.toThrow('signed-in')
  })
})
