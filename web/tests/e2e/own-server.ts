/** A server of its own for a test that needs an installation nobody has used: fresh data, a free port. */
import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs/promises'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'

const ROOT = path.resolve(import.meta.dirname, '../../..')
const START_MS = 60_000
const STOP_MS = 15_000

export interface OwnServer {
  url: string
  stop: () => Promise<void>
}

function freePort(): Promise<number> {
  const probe = net.createServer()
  return new Promise((resolve, reject) => {
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}

/** The settings of whoever runs the tests play no part. */
const cleanEnvironment = () =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('ALMANAC_')))

async function untilReady(url: string, server: ChildProcess, said: () => string): Promise<void> {
  const deadline = Date.now() + START_MS
  while (Date.now() < deadline && server.exitCode === null) {
    const answer = await fetch(`${url}/healthz/ready`).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`the server is not ready:\n${said()}`)
}

/** Starts `almanac serve` with an empty data directory, which goes when it is stopped. */
export async function startOwnServer(env: Record<string, string> = {}): Promise<OwnServer> {
  const directory = await fs.mkdtemp(path.join(os.tmpdir(), 'almanac-e2e-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const python = path.join(ROOT, '.venv/bin/python')
  const server = spawn(python, ['-m', 'almanac.cli', 'serve', '--port', String(port)], {
    cwd: directory,
    env: {
      ...cleanEnvironment(),
      ALMANAC_DATA_DIR: path.join(directory, 'data'),
      PYTHONPATH: path.join(ROOT, 'src'),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (text: Buffer) => {
      said = (said + text.toString()).slice(-4000)
    })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const stop = async () => {
    server.kill('SIGTERM')
    const late = setTimeout(() => server.kill('SIGKILL'), STOP_MS)
    await ended
    clearTimeout(late)
    await fs.rm(directory, { recursive: true, force: true })
  }
  try {
    await untilReady(url, server, () => said)
  } catch (error) {
    await stop()
    throw error
  }
  return { url, stop }
}
