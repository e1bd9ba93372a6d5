import { describe, expect, it } from 'vitest'
import { allZones, nameMatches } from './zones'

describe('searching a zone', () => {
  it.each([
    ['America/New_York', 'new york', 1],
    ['America/New_York', 'York new', 1],
    ['America/Sao_Paulo', 'São P', 1],
    ['Europe/Berlin', 'lin', 0],
    ['Europe/Berlin', '', 1],
  ])('%s is found by "%s": %d', (zone, search, found) => {
    expect(nameMatches(zone, search)).toBe(found)
  })
})

it('offers zones by their present names, and always the one in use', () => {
  const zones = allZones(['Etc/GMT+3'])
  expect(zones).toContain('Asia/Kathmandu')
  expect(zones).not.toContain('Asia/Katmandu')
  expect(zones).toContain('Etc/GMT+3')
  expect(zones).toContain('UTC')
})
