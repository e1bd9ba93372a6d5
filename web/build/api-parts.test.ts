import { describe, expect, it } from 'vitest'
import { partCode, read, whole } from './api-parts.ts'

const code = `import { client } from './client.gen';

export type Options = object;

const createKey = (id: string) => [id];

/** Reads one. */
export const readOne = () => client.get({ url: '/one' });

export const readOneKey = () => createKey('readOne');

export const readOneOptions = () => ({ queryKey: readOneKey(), queryFn: () => readOne() });
`
const generated = read(code)

describe('the parts of the generated client', () => {
  it('are its constants, each with all of its text', () => {
    expect(generated.blocks.map(({ name }) => name)).toEqual([
      'createKey',
      'readOne',
      'readOneKey',
      'readOneOptions',
    ])
    expect(generated.head + generated.blocks.map(({ text }) => text).join('')).toBe(code)
  })

  it('stand for the whole with what it exports', () => {
    expect(whole('a.ts', generated)).toBe(
      "export { readOne } from 'a.ts?part=readOne'\n" +
        "export { readOneKey } from 'a.ts?part=readOneKey'\n" +
        "export { readOneOptions } from 'a.ts?part=readOneOptions'\n",
    )
  })

  it('bring what they need of the others and nothing else', () => {
    const part = partCode('a.ts', 'readOneOptions', generated)
    expect(part).toContain("import { client } from './client.gen'")
    expect(part).toContain("import { readOne } from 'a.ts?part=readOne'")
    expect(part).toContain("import { readOneKey } from 'a.ts?part=readOneKey'")
    expect(part).not.toContain('createKey')
  })

  it('are within reach of the others even if the module kept them to itself', () => {
    expect(partCode('a.ts', 'createKey', generated)).toContain('export { createKey }')
    expect(() => partCode('a.ts', 'gone', generated)).toThrow('gone')
  })
})
