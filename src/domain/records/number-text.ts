const figures = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i

/** Whether a text says a number and nothing else; an empty one stands for none. */
export const isNumberText = (text: string): boolean => {
  const typed = text.trim()
  return typed === '' || (figures.test(typed) && Number.isFinite(Number(typed)))
}
