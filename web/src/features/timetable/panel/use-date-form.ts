/** A small form about dates of a session: what is wrong stands at its field, before it is sent and after. */
import { type FormEvent, useState } from 'react'
import { fieldErrors } from '@/lib/problem'

type Errors = Record<string, string>

interface DateFormProps<Form> {
  start: Form
  /** What is wrong by field, before it is sent. */
  wrong: (form: Form) => Errors
  /** The form's field for a field of the request, where it has another name. */
  names: Record<string, string>
  send: (form: Form) => Promise<void>
}

export function useDateForm<Form>({ start, wrong, names, send }: DateFormProps<Form>) {
  const [form, setForm] = useState(start)
  const [errors, setErrors] = useState<Errors>({})
  const [refusal, setRefusal] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const run = async () => {
    setBusy(true)
    try {
      await send(form)
    } catch (error) {
      const refused = Object.entries(fieldErrors(error))
      setErrors(Object.fromEntries(refused.map(([field, message]) => [names[field] ?? field, message])))
      if (refused.length === 0) setRefusal(error)
    } finally {
      setBusy(false)
    }
  }
  return {
    form,
    set: (change: Partial<Form>) => setForm((now) => ({ ...now, ...change })),
    errors,
    refusal,
    isBusy,
    submit: (event: FormEvent) => {
      event.preventDefault()
      const found = wrong(form)
      setErrors(found)
      setRefusal(undefined)
      if (Object.keys(found).length === 0) void run()
    },
  }
}
