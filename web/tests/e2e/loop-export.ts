/** A CSV export such as Loop Habit Tracker writes it, made of habits that nobody has. */
import zlib from 'node:zlib'

export interface LoopHabit {
  name: string
  /** So often in so many days. */
  times?: number
  days?: number
  /** Dates with what Loop writes for them. */
  entries: readonly (readonly [string, 'YES_MANUAL' | 'NO' | 'SKIP'])[]
}

const HEAD =
  'Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,Target Type,Target Value,Archived?'

const place = (index: number) => String(index + 1).padStart(3, '0')

export function loopExport(habits: readonly LoopHabit[]): Buffer {
  const list = habits.map(
    ({ name, times = 1, days = 1 }, index) =>
      `${place(index)},${name},YES_NO,,,${times},${days},#00897B,,,,false`,
  )
  const files = habits.map(({ name, entries }, index): [string, string] => [
    `${place(index)} ${name}/Checkmarks.csv`,
    ['Date,Value,Notes', ...entries.map(([date, value]) => `${date},${value},`), ''].join('\n'),
  ])
  return zip([['Habits.csv', [HEAD, ...list, ''].join('\n')], ...files])
}

/** Stored, not packed: headers of the format's first version, then the directory. */
function zip(files: readonly (readonly [string, string])[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, text] of files) {
    const [title, data] = [Buffer.from(name), Buffer.from(text)]
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt32LE(zlib.crc32(data), 10)
    shared.writeUInt32LE(data.length, 14)
    shared.writeUInt32LE(data.length, 18)
    shared.writeUInt16LE(title.length, 22)
    const local = [Buffer.from('PK\u0003\u0004'), shared, title, data]
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), shared, rest, title)
    parts.push(...local)
    at += local.reduce((sum, part) => sum + part.length, 0)
  }
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006')
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, ...directory, end])
}
