import type { Company } from './shapes.ts'

/** The keyboard that a phone shows for a postcode: digits alone only where no postcode has letters. */
export const postcodeKeyboard = (company: Pick<Company, 'postcodes'> | null): 'numeric' | 'text' =>
  company?.postcodes === 'digits' ? 'numeric' : 'text'
