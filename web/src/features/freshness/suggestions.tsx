/** Limits that others have published, each with its source; chosen, they are confirmed in the form of a product. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { GoodsKind, ProductCreate, SuggestionRead } from '@/api'
import { readSuggestionsOptions } from '@/api/@tanstack/react-query.gen'
import { mediumDate } from '@/lib/dates'
import { Button, LedgerSkeleton, Sheet } from '@/ui'
import { Unread } from '@/ui/unread'
import { SearchField } from './search-field'
import { SectionTitle } from './section-title'
import { limitWords } from './words'

interface SuggestionsProps {
  onChoose: (start: ProductCreate) => void
  onClose: () => void
}

export function Suggestions({ onChoose, onClose }: SuggestionsProps) {
  const { t } = useLingui()
  const [words, setWords] = useState('')
  const query = useQuery(readSuggestionsOptions())
  const kinds = useKinds()
  const found = query.data?.data.filter(({ name, kind, listed }) =>
    `${name} ${kinds[kind]} ${listed}`.toLowerCase().includes(words.toLowerCase()),
  )
  const groups = (Object.keys(kinds) as GoodsKind[])
    .map((kind) => ({ kind, goods: found?.filter((each) => each.kind === kind) ?? [] }))
    .filter(({ goods }) => goods.length > 0)
  return (
    <Sheet
      open
      onOpenChange={onClose}
      title={t`Published limits`}
      description={t`What public sources say. Confirm it for your goods before you go by it.`}
    >
      <SearchField label={t`Search goods`} value={words} onChange={setWords} />
      {query.isPending && <LedgerSkeleton label={t`One moment`} />}
      {!query.data && query.error && <Unread error={query.error} onRetry={() => void query.refetch()} />}
      {found?.length === 0 && (
        <p className="py-6 text-ink-2">
          <Trans>None of them has this name.</Trans>
        </p>
      )}
      {groups.map(({ kind, goods }) => (
        <section key={kind} className="mt-5">
          <SectionTitle title={kinds[kind]} count={goods.length} />
          <ul>
            {goods.map((suggestion) => (
              <Suggestion key={suggestion.key} suggestion={suggestion} onChoose={onChoose} />
            ))}
          </ul>
        </section>
      ))}
    </Sheet>
  )
}

function useKinds(): Record<GoodsKind, string> {
  const { t } = useLingui()
  return { poultry: t`Poultry`, meat: t`Meat`, fish: t`Fish and seafood`, dairy: t`Dairy and eggs` }
}

function Suggestion({
  suggestion,
  onChoose,
}: {
  suggestion: SuggestionRead
  onChoose: SuggestionsProps['onChoose']
}) {
  const { t, i18n } = useLingui()
  const { name, emoji, listed, published, source, fresh_days, caution_days, use_by_days } = suggestion
  const seen = mediumDate(source.confirmed_on, i18n.locale)
  return (
    <li className="grid gap-1 border-b border-rule py-3">
      <div className="flex items-center gap-3">
        <span aria-hidden="true" className="text-[1.375rem] leading-none">
          {emoji}
        </span>
        <span className="min-w-0 flex-1">
          <span className="block font-semibold">{name}</span>
          <span className="block text-small text-ink-2">{limitWords(suggestion)}</span>
        </span>
        <Button
          className="px-3! text-note!"
          aria-label={t`Use the limits of ${name}`}
          onClick={() => onChoose({ name, emoji, fresh_days, caution_days, use_by_days })}
        >
          <Trans>Use</Trans>
        </Button>
      </div>
      <p className="text-small text-ink-2 wrap-anywhere">
        {listed}: <q>{published}</q>
      </p>
      <a
        href={source.url}
        target="_blank"
        rel="noreferrer"
        className="inline-flex min-h-11 items-center text-small text-ink-2 underline underline-offset-3 hover:text-ink"
      >
        {t`${source.name}, seen ${seen}`}
      </a>
    </li>
  )
}
