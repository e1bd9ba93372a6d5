import { describe, expect, it } from 'vitest'
import { formatOf } from './file-kind'

describe('a file to bring in', () => {
  it.each([
    ['PK\u0003\u0004rest of a zip', 'loop'],
    ['SQLite format 3\u0000', 'loop'],
    ['{"format":"almanac"}', 'almanac'],
    ['\uFEFF \n{"format":"almanac"}', 'almanac'],
    ['anything else', 'loop'],
    ['', 'loop'],
  ])('that begins with %j is for the reader of %s', async (content, format) => {
    expect(await formatOf(new Blob([content]))).toBe(format)
  })

  it.each([
    ['week.csv', 'subject,weekday', 'csv'],
    ['Plan.TSV', 'Fach\tTag', 'csv'],
    ['plan.ics', 'broken', 'ics'],
    ['no-name', '\uFEFFbegin:vcalendar', 'ics'],
    ['backup.zip', 'PK\u0003\u0004', 'loop'],
    ['list.csv', 'SQLite format 3\u0000', 'loop'],
  ])('of the name %s that begins with %j is for the reader of %s', async (name, content, format) => {
    expect(await formatOf(new File([content], name))).toBe(format)
  })
})
