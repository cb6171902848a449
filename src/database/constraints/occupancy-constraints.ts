import { type Constraint, tableConstraint } from './constraint.ts'

/**
 * No person is in two places at once, whoever writes. The predicate is the boolean
 * `exclusive` and not a status: a later change of an enum would break a migration.
 */
export const occupancyConstraints: Constraint[] = [
  tableConstraint('occupancies', 'occupancies_positive', 'check (starts_at < ends_at)'),
  tableConstraint(
    'occupancies',
    'occupancies_no_overlap',
    `exclude using gist (fieldworker_id with =, tstzrange(starts_at, ends_at, '[)') with &&)
      where (exclusive)`,
  ),
  {
    name: 'occupancies_by_start',
    sql: `create index if not exists occupancies_by_start
      on occupancies (fieldworker_id, starts_at)`,
  },
  {
    name: 'occupancies_expiring',
    sql: `create index if not exists occupancies_expiring
      on occupancies (fieldworker_id) where expires_at is not null`,
  },
  tableConstraint('appointments', 'appointments_positive', 'check (start < "end")'),
  tableConstraint('unavailabilities', 'unavailabilities_positive', 'check (start < "end")'),
  tableConstraint(
    'unavailabilities',
    'unavailabilities_of_one',
    'check (num_nonnulls(fieldworker_id, location_id) = 1)',
  ),
]
