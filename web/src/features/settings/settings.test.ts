import { describe, expect, it } from 'vitest'
import { dayStarts, startTime } from './day-starts'
import { deviceOf } from './device-name'

describe('a device', () => {
  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox', 'Linux', false],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1',
      'Safari',
      'iPhone',
      true,
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
      'Edge',
      'Windows',
      false,
    ],
    [
      'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
      'Chrome',
      'Android',
      true,
    ],
    ['curl/8.5.0', 'curl', undefined, false],
    ['', undefined, undefined, false],
  ])('%s is told in two words', (agent, browser, system, isPhone) => {
    expect(deviceOf(agent)).toEqual({ browser, system, isPhone })
  })
})

describe('the start of a day', () => {
  it('is offered in half hours up to noon', () => {
    expect(dayStarts(0)).toHaveLength(25)
    expect(dayStarts(0).at(-1)).toBe(720)
  })

  it('is offered as it is when it was set elsewhere to the minute', () => {
    expect(dayStarts(247)).toContain(247)
    expect(startTime(247)).toBe('04:07')
  })
})
