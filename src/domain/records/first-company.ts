/** What a company is taken to be until somebody saves its settings. */
export const firstCompany = {
  country: 'AU',
  currency: 'AUD',
  locale: 'en-AU',
  timezone: 'Australia/Sydney',
} as const
