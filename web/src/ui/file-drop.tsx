/** Where a file is dropped or chosen. What becomes of it is said by who uses it. */
import { Trans } from '@lingui/react/macro'
import clsx from 'clsx'
import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import { Button } from './button'
import { Icon } from './icon'

interface DropProps {
  /** Names the input to assistive technology. */
  label: string
  accept: string
  /** The file that is being read. */
  reading: File | undefined
  onFile: (file: File) => void
  /** One sentence: what to do. */
  children: ReactNode
}

export function FileDrop({ label, accept, reading, onFile, children }: DropProps) {
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setIsOver] = useState(false)
  const take = (file: File | undefined) => {
    if (file && !reading) onFile(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    take(event.dataTransfer.files[0])
  }
  const over = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(true)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut of the button inside
    <div
      onDrop={drop}
      onDragOver={over}
      onDragLeave={() => setIsOver(false)}
      className={clsx(
        'grid min-h-52 content-center justify-items-center gap-3 rounded-panel border-2 border-dashed px-5 py-8 text-center',
        isOver ? 'border-accent bg-leaf' : 'border-rule-strong',
      )}
    >
      <Icon name="import" size={26} className="text-ink-2" />
      {reading ? (
        <p role="status" className="min-h-11">
          <Trans>Reading {reading.name} …</Trans>
        </p>
      ) : (
        <>
          <p>{children}</p>
          <Button variant="primary" onClick={() => input.current?.click()}>
            <Trans>Choose a file</Trans>
          </Button>
        </>
      )}
      <input
        ref={input}
        type="file"
        aria-label={label}
        tabIndex={-1}
        accept={accept}
        onChange={(event) => {
          const file = event.target.files?.[0]
          // The same file can be chosen again after it was refused.
          event.target.value = ''
          take(file)
        }}
        className="sr-only"
      />
    </div>
  )
}
