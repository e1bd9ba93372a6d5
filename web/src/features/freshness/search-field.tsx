/** Words to look for, asked once typing pauses. */
import { useLingui } from '@lingui/react/macro'
import clsx from 'clsx'
import { useEffect, useState } from 'react'
import { Icon, Input } from '@/ui'

const WAIT_MS = 250

interface SearchFieldProps {
  label: string
  value: string
  onChange: (words: string) => void
  className?: string
}

export function SearchField({ label, value, onChange, className }: SearchFieldProps) {
  const { t } = useLingui()
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    if (typed.trim() === value) return
    const timer = setTimeout(() => onChange(typed.trim()), WAIT_MS)
    return () => clearTimeout(timer)
  }, [typed, value, onChange])
  return (
    <span className={clsx('relative block', className)}>
      <Icon
        name="search"
        className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-ink-2"
      />
      <Input
        type="search"
        aria-label={label}
        placeholder={t`Search`}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        className="pr-1! pl-10!"
      />
    </span>
  )
}
