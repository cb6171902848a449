import type { Constraint } from './constraint.ts'

/** The channel on which the database says what has changed. */
export const changesChannel = 'fieldbook_changes'

/** Statements that touch more rows than this are told as one `reset`. */
const several = 100

type Told = {
  table: string
  /** Columns of the row: kind, id, booking, customer, people; `v` is the row before or after. */
  row: string
  /** Condition over `v`. */
  where?: string
  /** Statements that tell. Default: all three. */
  on?: readonly (keyof typeof sources)[]
}

const sources = {
  INSERT: 'select * from now_rows',
  DELETE: 'select * from was_rows',
  UPDATE: 'select * from now_rows union all select * from was_rows',
}

const branch = ({ row, where = 'true' }: Told, source: string) => `
  for line in
    select kind, id, booking, customer, array_remove(array_agg(distinct person), null) as people
    from (select ${row} from (${source}) v where ${where}) as changed
    group by kind, id, booking, customer limit ${several + 1}
  loop
    told := told + 1;
    if told > ${several} then
      perform pg_notify('${changesChannel}', '{"kind":"reset"}');
      return null;
    end if;
    perform pg_notify('${changesChannel}', json_strip_nulls(json_build_object('kind', line.kind,
      'id', line.id, 'booking', line.booking, 'customer', line.customer,
      'people', line.people))::text);
  end loop;`

/**
 * Says what changed in a table to whoever listens: ids alone, once per statement and row, when the
 * transaction commits. Triggers tell of raw SQL too.
 */
const telling = (told: Told): Constraint => {
  const name = `${told.table}_tell`
  const { on = ['INSERT', 'DELETE', 'UPDATE'] } = told
  const triggers = on.map((operation) => {
    const tables = [
      ...(operation === 'DELETE' ? [] : ['new table as now_rows']),
      ...(operation === 'INSERT' ? [] : ['old table as was_rows']),
    ].join(' ')
    return `create or replace trigger ${name}_${operation.toLowerCase()}
      after ${operation.toLowerCase()} on ${told.table} referencing ${tables}
      for each statement execute function ${name}()`
  })
  return {
    name: `${name}_update`,
    sql: `create or replace function ${name}() returns trigger language plpgsql as $$
      declare line record; told int := 0;
      begin
        if TG_OP = 'INSERT' then ${branch(told, sources.INSERT)}
        elsif TG_OP = 'DELETE' then ${branch(told, sources.DELETE)}
        else ${branch(told, sources.UPDATE)}
        end if;
        return null;
      end $$;
      ${triggers.join(';\n')}`,
  }
}

const owner = '(select b.customer_id from bookings b where b.id = v.booking_id)'
const account = (column: string) =>
  `'account' as kind, v.${column} as id, null::uuid as booking, null::uuid as customer,
   null::uuid as person`

/** Triggers behind the live board, calendar and portal, and behind the end of a session's stream. */
export const changeTriggers: Constraint[] = [
  telling({
    table: 'appointments',
    row: `'visit' as kind, v.id, v.booking_id as booking, ${owner} as customer,
      v.fieldworker_id as person`,
  }),
  telling({
    table: 'assignment_offers',
    row: `'visit' as kind, v.appointment_id as id, v.booking_id as booking,
      null::uuid as customer, v.fieldworker_id as person`,
  }),
  telling({
    table: 'bookings',
    row: `'booking' as kind, v.id, v.id as booking, v.customer_id as customer,
      null::uuid as person`,
  }),
  telling({
    table: 'occupancies',
    row: `'busy' as kind, v.fieldworker_id as id, null::uuid as booking, null::uuid as customer,
      v.fieldworker_id as person`,
    where: "v.kind in ('unavailability', 'external')",
  }),
  telling({ table: 'users', row: account('id') }),
  telling({ table: 'customers', row: account('id'), on: ['DELETE', 'UPDATE'] }),
  telling({ table: 'api_keys', row: account('id') }),
  telling({ table: 'api_keys_texts', row: account('parent_id') }),
  telling({ table: 'users_sessions', row: account('_parent_id') }),
  telling({ table: 'customers_sessions', row: account('_parent_id') }),
  telling({
    table: 'roles_permissions',
    row: `'role' as kind, v.parent_id as id, null::uuid as booking, null::uuid as customer,
      null::uuid as person`,
  }),
]
