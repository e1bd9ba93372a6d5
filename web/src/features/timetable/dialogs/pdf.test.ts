import { describe, expect, it } from 'vitest'
import { charactersOf, fileName, pdfUrl } from './pdf'

describe('a printed page', () => {
  it('is asked for with its paper, its language and its week', () => {
    const choice = { paper: 'a4', lang: 'de' } as const
    expect(pdfUrl('r', { ...choice, date: undefined })).toBe('/api/v1/routines/r/export.pdf?paper=a4&lang=de')
    expect(pdfUrl('r', { ...choice, date: '2026-11-20' })).toContain('&date=2026-11-20')
  })

  it('has the name that the server gives it', () => {
    expect(fileName("attachment; filename*=UTF-8''%C3%9Cbung.pdf", 'x.pdf')).toBe('Übung.pdf')
    expect(fileName("attachment; filename*=UTF-8''%C3", 'x.pdf')).toBe('x.pdf')
    expect(fileName(null, 'x.pdf')).toBe('x.pdf')
  })

  it('tells the characters that no font has', () => {
    expect(charactersOf('U+0041 U+1F600')).toBe('A 😀')
    expect(charactersOf(null)).toBe('')
  })
})
