/** The keys of a shortcut, as they are printed on the keyboard. */
import { showKeys } from '@/lib/shortcuts'
import { Kbd } from '@/ui'

export function Keys({ keys }: { keys: string }) {
  return (
    <span className="flex gap-2">
      {showKeys(keys).map((stroke) => (
        <span key={stroke.join()} className="flex gap-0.5">
          {stroke.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
        </span>
      ))}
    </span>
  )
}
