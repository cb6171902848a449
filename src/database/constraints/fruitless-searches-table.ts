import type { Constraint } from './constraint.ts'

/**
 * How many searches for a free time found nothing, by day, service, place and cause. It says nothing
 * about who searched, and holds a month.
 */
export const fruitlessSearchesTable: Constraint[] = [
  {
    name: 'fruitless_searches_pkey',
    sql: `create table if not exists fruitless_searches (
      day date not null,
      service uuid not null,
      place varchar(40) not null,
      cause varchar(40) not null,
      searches integer not null,
      primary key (day, service, place, cause)
    )`,
  },
]
