/** One promise of the database that the schema generator cannot express. */
export type Constraint = {
  /** Name of the constraint, trigger, index or function; what the boot check looks for. */
  name: string
  /** SQL that may run any number of times. */
  sql: string
}

/** A table constraint, added where it is missing. */
export const tableConstraint = (table: string, name: string, definition: string): Constraint => ({
  name,
  sql: `do $$ begin
    if not exists (select from pg_constraint where conname = '${name}') then
      alter table ${table} add constraint ${name} ${definition};
    end if;
  end $$`,
})
