/** What a visitor typed, by field name; kept through every refusal. */
export type Draft = Record<string, string>

/**
 * Reads the posted form, or the query of a deep link; trims, and bounds every value. The request
 * keeps its body, without which no other page could answer in place of the asked one.
 */
export async function readDraft(request: Request): Promise<Draft> {
  const values =
    request.method === 'POST' ? await request.clone().formData() : new URL(request.url).searchParams
  const draft: Draft = {}
  for (const [name, value] of values.entries()) {
    if (typeof value === 'string') draft[name] = value.trim().slice(0, 4000)
  }
  return draft
}
