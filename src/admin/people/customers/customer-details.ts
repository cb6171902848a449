export type CustomerDetails = {
  name: string
  company: string
  phone: string
  email: string
  notes: string
  isActive: boolean
}

export const noDetails: CustomerDetails = {
  ...{ name: '', company: '', phone: '', email: '', notes: '' },
  isActive: true,
}

/** What of the details was changed, as the API takes it; an emptied field is sent as nothing. */
export const detailsBody = (
  before: CustomerDetails,
  after: CustomerDetails,
): Record<string, boolean | string | null> => {
  const texts = (['name', 'company', 'phone', 'email', 'notes'] as const).filter(
    (name) => after[name].trim() !== before[name],
  )
  return {
    ...Object.fromEntries(texts.map((name) => [name, after[name].trim() || null])),
    ...(after.isActive === before.isActive ? {} : { active: after.isActive }),
  }
}
