/** How long a text may be, as the API's own check says it when the text is longer than anything allows. */
interface Schema {
  safeParse: (value: string) => { error?: { issues: readonly object[] } | undefined }
}

export function longestOf(schema: Schema): number {
  const issue = schema.safeParse('-'.repeat(20_000)).error?.issues[0]
  return issue && 'maximum' in issue ? Number(issue.maximum) : Number.POSITIVE_INFINITY
}
