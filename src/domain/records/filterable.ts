/** What kind of value a field holds, as far as filters are concerned. */
export type FilterKind = 'checkbox' | 'choice' | 'date' | 'id' | 'json' | 'number' | 'text'

/** A field that can be filtered by. */
export type Filterable = {
  kind: FilterKind
  /** The values of a choice. */
  options?: readonly string[]
  /** Whether the field holds several values. */
  isList?: boolean
}
