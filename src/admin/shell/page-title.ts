import type { Metadata } from 'next'

type Title = Metadata['title']

const inWords = (title: string): string =>
  title
    .replace(/^(?:Editing|Viewing) - /, '')
    .replace(/^Creating - (.)/, (_all, first: string) => `New ${first.toLowerCase()}`)

/** The framework's title of a page without its verb: `Customer` for `Editing - Customer`. */
export const pageTitle = (title: Title): Title => {
  if (typeof title === 'string') return inWords(title)
  return title && 'absolute' in title ? { ...title, absolute: inWords(title.absolute) } : title
}
