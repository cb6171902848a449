import type { Constraint } from './constraint.ts'

/** Signs that the rules of `unaccent` leave as they are. */
const withoutMarks = String.raw`replace(replace(replace(value, '´', ''''), 'ʻ', ''''), chr(96), '''')`

/**
 * `folded_text(text)`: a text as it is searched, without accents, case and typographic marks. Most
 * texts are ASCII, where only case and one mark differ; PostgreSQL writes that part into the query,
 * and is not to try so with the other, which rests on a dictionary. A database without a locale knows
 * the case of ASCII alone, so that ICU is asked where PostgreSQL has it. Nothing is looked up in the
 * search path, since indexes are built and restored without one. Whoever changes what these functions
 * answer has to rebuild the indexes that use them.
 */
export const foldedText: Constraint[] = [
  {
    name: 'folded_letters',
    sql: `create extension if not exists unaccent;
    do $do$ begin
      execute format($format$
        create or replace function folded_letters(value text) returns text
          language plpgsql immutable parallel safe as $body$ begin
          return lower(%1$I.unaccent('%1$I.unaccent'::regdictionary, normalize(${withoutMarks}, NFC)) %2$s)
            collate "C";
        end $body$
      $format$, (select nspname from pg_extension join pg_namespace n on n.oid = extnamespace
          where extname = 'unaccent'),
        case when exists (select from pg_collation where collname = 'und-x-icu')
        then 'collate "und-x-icu"' else '' end);
    end $do$`,
  },
  {
    name: 'folded_text',
    sql: `create or replace function folded_text(value text) returns text
      language sql immutable parallel safe
      return case when octet_length(value) <> length(value) then folded_letters(value)
        else replace(lower(value collate "C"), chr(96), '''') end`,
  },
]
