type Value = string | number | boolean | null | undefined | EventListener
export type Child = Node | string | number | null | undefined | false | readonly Child[]

/**
 * Makes an element: `on…` listens, `value` and `checked` are properties, `true` is an attribute
 * without a value; false, null and undefined are left out. Text is text, never markup.
 */
export const h = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  props: Record<string, Value> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] => {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue
    if (typeof value === 'function') element.addEventListener(name.slice(2), value)
    else if (name === 'value' || name === 'checked') Object.assign(element, { [name]: value })
    else element.setAttribute(name, value === true ? '' : String(value))
  }
  append(element, children)
  return element
}

const append = (element: Element, children: readonly Child[]): void => {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue
    if (Array.isArray(child)) append(element, child as readonly Child[])
    else element.append(child instanceof Node ? child : String(child))
  }
}
