import type { Constraint } from './constraint.ts'

/** Signs that the rules of `unaccent` leave as they are. */
const withoutMarks = String.raw`replace(replace(replace(value, '´', ''''), 'ʻ', ''''), chr(96), '''')`

/**
 * `folded_text(text)`: a text as it is searched, without accents, case and typographic marks. Most
 * texts are ASCII, where only case and one mark differ; PostgreSQL writes that part into the query,
 * which it does not do with what rests on a dictionary. A database without a locale knows the case
 * of ASCII alone, so that ICU is asked where PostgreSQL has it.
 */
export const foldedText: Constraint[] = [
  {
    name: 'folded_letters',
    sql: `create extension if not exists unaccent;
    do $do$ begin
      execute format($format$
        create or replace function folded_letters(value text) returns text
          language sql immutable parallel safe as $body$
          select lower(unaccent('unaccent'::regdictionary, normalize(${withoutMarks}, NFC)) %s)
            collate "C"
        $body$
      $format$, case when exists (select from pg_collation where collname = 'und-x-icu')
        then 'collate "und-x-icu"' else '' end);
    end $do$`,
  },
  {
    name: 'folded_text',
    sql: `create or replace function folded_text(value text) returns text
      language sql immutable parallel safe as $$
      select case when octet_length(value) = length(value)
        then replace(lower(value collate "C"), chr(96), '''') else folded_letters(value) end
    $$`,
  },
]
