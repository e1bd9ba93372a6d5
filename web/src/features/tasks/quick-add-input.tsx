/**
 * The line itself: a field that grows with what is typed. Behind it the same words stand once more, unseen, so that
 * what was recognised is marked where it stands.
 */
import clsx from 'clsx'
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import { asLine, type Part, piecesOf } from './quick-add-spans'

interface InputProps {
  ref?: Ref<HTMLTextAreaElement>
  label: string
  placeholder: string
  text: string
  parts: readonly Part[]
  describedBy?: string
  isWrong: boolean
  isBusy: boolean
  onChange: (text: string) => void
  onEnter: () => void
  onShiftEnter: () => void
}

// Both must break their lines at the same places.
const sameText =
  'col-start-1 row-start-1 min-w-0 py-2.5 text-[1.0625rem] leading-6 whitespace-pre-wrap wrap-break-word'

export function QuickAddInput(props: InputProps) {
  const {
    ref,
    label,
    placeholder,
    text,
    parts,
    describedBy,
    isWrong,
    isBusy,
    onChange,
    onEnter,
    onShiftEnter,
  } = props
  const field = useRef<HTMLTextAreaElement>(null)
  useImperativeHandle(ref, () => field.current as HTMLTextAreaElement, [])
  useLineBreaks(field, onEnter)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    if (event.shiftKey) onShiftEnter()
    else onEnter()
  }
  return (
    <div className="grid min-w-0 flex-1">
      <div aria-hidden="true" className={clsx(sameText, 'pointer-events-none text-transparent select-none')}>
        {piecesOf(text, parts).map((piece) => (
          <span
            key={piece.start}
            className={clsx(
              piece.kind &&
                'rounded-[4px] bg-accent-soft shadow-[0_0_0_1.5px_var(--accent-soft)] box-decoration-clone',
            )}
          >
            {piece.text}
          </span>
        ))}
        {/* An empty last line has a height of its own. */}
        {'\u200b'}
      </div>
      <textarea
        ref={field}
        rows={1}
        value={text}
        onChange={(event) => onChange(asLine(event.target.value))}
        onKeyDown={onKeyDown}
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={isWrong || undefined}
        readOnly={isBusy}
        placeholder={placeholder}
        maxLength={500}
        autoComplete="off"
        autoCapitalize="sentences"
        enterKeyHint="done"
        className={clsx(
          sameText,
          'resize-none overflow-hidden bg-transparent outline-none placeholder:text-ink-3 placeholder:truncate',
        )}
      />
    </div>
  )
}

/** Keyboards on screens break the line without a key that could be recognised. */
function useLineBreaks(field: { current: HTMLTextAreaElement | null }, onBreak: () => void) {
  const latest = useRef(onBreak)
  useEffect(() => {
    latest.current = onBreak
  })
  useEffect(() => {
    const element = field.current
    const listen = (event: InputEvent) => {
      if (event.inputType !== 'insertLineBreak' || event.isComposing) return
      event.preventDefault()
      latest.current()
    }
    element?.addEventListener('beforeinput', listen)
    return () => element?.removeEventListener('beforeinput', listen)
  }, [field])
}
