import type { KeyboardEvent } from 'react'

const fields =
  'input:not([type=hidden]), select, textarea, .fb-slot, .fb-week__day[aria-pressed], .fb-step__next, button[type=submit]'

const isOpen = (element: HTMLElement): boolean =>
  !element.matches(':disabled') && element.checkVisibility()

/** The first control in a part of the form that can be used. */
export const firstControl = (part: HTMLElement): HTMLElement | undefined =>
  [...part.querySelectorAll<HTMLElement>(fields)].find(isOpen)

/** Of a group of radios the chosen one stands for all. */
const standsForGroup = (element: HTMLElement): boolean => {
  if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true
  if (element.checked) return true
  const group = element.form?.elements.namedItem(element.name)
  const radios = group instanceof RadioNodeList ? [...group] : []
  const isChosen = radios.some((radio) => radio instanceof HTMLInputElement && radio.checked)
  return !isChosen && radios[0] === element
}

/** The control after `from` in the form, in the order in which it is read. */
const nextControl = (form: HTMLElement, from: HTMLElement): HTMLElement | undefined => {
  const all = [...form.querySelectorAll<HTMLElement>(fields)]
  const place = all.indexOf(from)
  const group = from instanceof HTMLInputElement && from.type === 'radio' ? from.name : ''
  return all
    .slice(place + 1)
    .filter((element) => isOpen(element) && standsForGroup(element))
    .find((element) => !(group && element instanceof HTMLInputElement && element.name === group))
}

/**
 * Enter in a field goes on to the next one, and from the last field of a step to the next step;
 * only the button at the end, or Ctrl+Enter, sends.
 */
export const advanceOnEnter = (event: KeyboardEvent<HTMLFormElement>): void => {
  const target = event.target as HTMLElement
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault()
    event.currentTarget.requestSubmit()
    return
  }
  // A search that has Enter for itself, a button and a text of several lines keep theirs.
  if (event.defaultPrevented || !target.matches('input, select')) return
  event.preventDefault()
  const next = nextControl(event.currentTarget, target)
  if (next?.matches('.fb-step__next')) next.click()
  else next?.focus()
}
