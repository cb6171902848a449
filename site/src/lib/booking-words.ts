import type { Service } from './shapes.ts'

// What booking says on the site and in the widget alike; the widget's own words are in its `words.ts`.

/** By field: what is still missing. */
export const missingWords: Record<string, string> = {
  'address.line1': 'Enter the street and number.',
  'address.suburb': 'Enter the suburb.',
  'address.postcode': 'Enter a postcode so we can check availability.',
  'customer.name': 'Enter your name.',
  'customer.email': 'Enter an email or a phone number.',
  start: 'Choose a time.',
}

export const answerThis = 'Answer this question.'

export const atAddress = 'At my address'
export const atPlace = (name: string) => `At ${name}`
export const atDistance = 'By phone or video'

/** After the amount: what it is paid for. */
export const perWords = {
  job: '',
  time: ' an hour',
  unit: ' each',
} satisfies Record<Service['priceModel'], string>

export const priceOnRequest = 'Price on request'
