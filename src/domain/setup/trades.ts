/** A line of business, and the first service it is proposed. */
export type Trade = {
  /** Stable, kebab-case. */
  key: string
  name: string
  service: string
  durationMinutes: number
}

const trade = (key: string, name: string, service: string, durationMinutes: number): Trade => ({
  ...{ key, name, service, durationMinutes },
})

/** The trades to choose from when a company is set up; the last one fits all others. */
export const trades: readonly Trade[] = [
  trade('plumbing', 'Plumbing', 'Plumbing repair', 60),
  trade('electrical', 'Electrical', 'Electrical repair', 60),
  trade('cleaning', 'Cleaning', 'Home cleaning', 120),
  trade('gardening', 'Gardening', 'Garden maintenance', 120),
  trade('handyman', 'Handyman', 'Handyman visit', 120),
  trade('heating-cooling', 'Heating and cooling', 'Heating and cooling service', 90),
  trade('appliances', 'Appliance repair', 'Appliance repair', 60),
  trade('pest-control', 'Pest control', 'Pest treatment', 90),
  trade('painting', 'Painting', 'Painting quote', 60),
  trade('other', 'Something else', 'Service visit', 60),
]
