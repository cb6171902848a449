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

/** One labelled input with its hint and its refusal in words. */
export const field = ({ state, keep }: WidgetStore, options: FieldOptions): HTMLElement => {
  const { name, label, type = 'text', hint, required = false, oneOf = false } = options
  const id = fieldId(name)
  const error = state.errors[name]
  const value = state.draft[name] ?? ''
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ')
  const common = {
    ...{
      id,
      name,
      part: 'field',
      autocomplete: options.autocomplete,
      inputmode: options.inputmode,
    },
    'aria-required': required && 'true',
    'aria-invalid': error !== undefined && 'true',
    'aria-describedby': describedBy || null,
    oninput: ({ target }: Event) => keep(name, (target as HTMLInputElement).value),
  }
  const refused = error !== undefined && h('p', { id: `${id}-error`, class: 'error' }, error)
  if (type === 'checkbox') {
    const onchange = ({ target }: Event) =>
      keep(name, (target as HTMLInputElement).checked ? 'yes' : '')
    const box = h('input', { ...common, oninput: null, onchange, type, checked: value === 'yes' })
    return h(
      'div',
      {},
      h('label', { class: 'choice', for: id }, box, h('span', {}, label)),
      refused,
    )
  }
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

type Props = Parameters<typeof h>[1]
const control = (
  common: Props,
  { type, value, options }: { type: string; value: string; options: string[] },
): HTMLElement => {
  if (type === 'textarea') return h('textarea', { ...common, rows: 3, value })
  if (type !== 'select') return h('input', { ...common, type, value })
  const choices: Child[] = options.map((option) => h('option', { value: option }, option))
  const select = h('select', common, h('option', { value: '' }, words.choose.option), choices)
  select.value = value
  return select
}
