import { describe, expect, it } from 'vitest'
import { safePath } from './safe-path'

describe('the way back after signing in', () => {
  it.each(['/habits', '/habits/0190?tab=days#year', '/?date=2026-11-20', '/a%5Cb'])('may be %s', (path) => {
    expect(safePath(path)).toBe(path)
  })

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/.//evil.example',
    '/..//evil.example',
    'javascript:alert(1)',
    'habits',
    '',
    undefined,
    7,
    '/login?next=/login',
    '/signup',
  ])('is the first page instead of %j', (path) => {
    expect(safePath(path)).toBe('/')
  })
})
