import type { WidgetStore } from './widget-store.ts'
import { type Child, h } from './h.ts'
import { words } from './words.ts'

type FieldOptions = {
  name: string
  label: string
  type?: 'text' | 'email' | 'tel' | 'number' | 'date' | 'checkbox' | 'textarea' | 'select'
  hint?: string
  required?: boolean
  autocomplete?: AutoFill
  inputmode?: 'numeric' | 'text' | 'tel' | 'email'
  options?: string[]
  /** Leaves out "(optional)" where the hint says when it is needed. */
  oneOf?: boolean
}

/** The id of a field's input, by its dotted path in the request. */
export const fieldId = (name: string): string => `f-${name.replaceAll('.', '-')}`

type Common = Parameters<typeof h>[1]

/** The way in which a field's input says what is expected of it, and what was refused. */
const describedBy = (id: string, { error, hint }: { error?: string; hint?: string | undefined }) =>
  [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || null

/** A box with its label beside it. */
const boxView = ({ keep, state }: WidgetStore, { name, label }: FieldOptions, common: Common) => {
  const onchange = ({ target }: Event) =>
    keep(name, (target as HTMLInputElement).checked ? 'yes' : '')
  const checked = state.draft[name] === 'yes'
  const box = h('input', { ...common, oninput: null, onchange, type: 'checkbox', checked })
  return h('label', { class: 'choice', for: fieldId(name) }, box, h('span', {}, label))
}

/** One labelled input with its hint and its refusal in words. */
export const field = (store: WidgetStore, options: FieldOptions): HTMLElement => {
  const { state, keep } = store
  const { name, label, type = 'text', hint, required = false, oneOf = false } = options
  const id = fieldId(name)
  const error = state.errors[name]
  const value = state.draft[name] ?? ''
  const common = {
    ...{ id, name, part: 'field' },
    ...{ autocomplete: options.autocomplete, inputmode: options.inputmode },
    'aria-required': required && 'true',
    'aria-invalid': error !== undefined && 'true',
    'aria-describedby': describedBy(id, { ...(error && { error }), hint }),
    oninput: ({ target }: Event) => keep(name, (target as HTMLInputElement).value),
  }
  const refused = error !== undefined && h('p', { id: `${id}-error`, class: 'error' }, error)
  if (type === 'checkbox') return h('div', {}, boxView(store, options, common), refused)
  const optional = !required && !oneOf && h('small', {}, words.fields.optional)
  return h(
    'div',
    { class: 'field' },
    h('label', { for: id }, label, optional),
    hint !== undefined && h('p', { id: `${id}-hint`, class: 'hint' }, hint),
    control(common, { type, value, options: options.options ?? [] }),
    refused,
  )
}

const control = (
  common: Common,
  { type, value, options }: { type: string; value: string; options: string[] },
): HTMLElement => {
  if (type === 'textarea') return h('textarea', { ...common, rows: 3, value })
  if (type !== 'select') return h('input', { ...common, type, value })
  const choices: Child[] = options.map((option) => h('option', { value: option }, option))
  const select = h('select', common, h('option', { value: '' }, words.choose.option), choices)
  select.value = value
  return select
}
