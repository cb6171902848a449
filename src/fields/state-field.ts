import type { SelectField } from 'payload'

const labelOf = (state: string): string =>
  state.charAt(0).toUpperCase() + state.slice(1).replaceAll(/[_-]/g, ' ')

type StateField = { name: string; states: readonly string[] } & Partial<
  Omit<SelectField, 'hasMany' | 'name' | 'options' | 'type'>
>

/** A select over the states of a lifecycle, in the lifecycle's order. */
export const stateField = ({ states, ...field }: StateField): SelectField =>
  ({
    ...field,
    type: 'select',
    options: states.map((state) => ({ value: state, label: labelOf(state) })),
  }) as SelectField
