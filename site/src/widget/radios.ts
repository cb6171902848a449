import type { WidgetStore } from './widget-store.ts'
import { type Child, h } from './h.ts'

export type RadioChoice = {
  value: string
  label: Child
  hint?: Child
  disabled?: boolean
}

type RadiosOptions = {
  name: string
  legend: string
  /** The heading above says it already. */
  isLegendHidden?: boolean
  choices: RadioChoice[]
  value: string | undefined
  error?: string | undefined
  /** How the choices look. Default: a list. */
  look?: 'cards' | 'days' | 'slots'
  onChoose?: (value: string) => void
}

/** A group of which one is chosen, with the arrow keys too. */
export const radios = (store: WidgetStore, options: RadiosOptions): HTMLElement => {
  const { name, legend, isLegendHidden, choices, value, error, look = 'cards' } = options
  const errorId = `${name}-error`
  const choose = options.onChoose ?? ((chosen: string) => store.keep(name, chosen))
  const one = ({ value: own, label, hint, disabled }: RadioChoice, at: number) => {
    const id = `${name}-${own.replaceAll(/[^\w-]/g, '')}`
    return h(
      'div',
      { class: 'radio' },
      h('input', {
        ...{ type: 'radio', id, name, value: own, checked: own === value, disabled },
        'data-refused': error !== undefined && at === 0,
        onchange: () => choose(own),
      }),
      h('label', { for: id, part: look === 'cards' ? 'choice' : look.slice(0, -1) }, label, hint),
    )
  }
  return h(
    'fieldset',
    { class: look, 'aria-describedby': error !== undefined && errorId },
    h('legend', { class: isLegendHidden && 'vh' }, legend),
    error !== undefined && h('p', { id: errorId, class: 'error' }, error),
    h('div', { class: 'group' }, choices.map(one)),
  )
}
