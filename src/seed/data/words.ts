export const labels = [
  { name: 'VIP', colour: '#b45309' },
  { name: 'Warranty', colour: '#0e7490' },
  { name: 'Dog on site', colour: '#be123c' },
  { name: 'Keys with us', colour: '#4338ca' },
  { name: 'Bill to strata', colour: '#15803d' },
] as const

export const customerNotes = [
  'Please ring the top bell, the lower one is broken.',
  'Parking is easiest in the lane behind the house.',
  'The dog is friendly but will try to get out.',
  'I work from home, any time in the morning suits me.',
  'Please take shoes off, new floors.',
  'The concierge has a spare key if I am late.',
] as const

export const internalNotes = [
  'Asked for the same person as last time.',
  'Quoted by phone, see the notes of the last visit.',
  'Invoice goes to the owner, not to the tenant.',
  'Had to come back last time: check the isolation valve first.',
] as const

export const comments = [
  { body: 'Customer asked to be called half an hour before.', visibility: 'fieldworker' },
  { body: 'Left a message about the parking permit.', visibility: 'office' },
  { body: 'Spare parts are in the van, second shelf.', visibility: 'fieldworker' },
  { body: 'Confirmed by phone with the customer’s partner.', visibility: 'office' },
  { body: 'We will bring everything that is needed.', visibility: 'everyone' },
  { body: 'Check whether the warranty still covers this.', visibility: 'office' },
] as const

export const outcomes = [
  'Done, tested and tidied up.',
  'Replaced the part, old one left with the customer.',
  'Finished ten minutes early, customer happy.',
  'Done. Recommended a follow-up in six months.',
] as const

export const declineReasons = [
  'Too far from my other jobs that day.',
  'I have a medical appointment in the afternoon.',
  'Needs a second person, I would rather not do it alone.',
] as const

export const cancellations = [
  { reason: 'Customer request', comment: 'We sorted it out ourselves, thank you.' },
  { reason: 'Customer request', comment: 'The tenants are moving out earlier.' },
  { reason: 'Weather', comment: 'Heavy rain all week.' },
  { reason: 'Duplicate', comment: 'Booked twice by mistake.' },
] as const

/** Mobile numbers kept free for fiction by the Australian regulator. */
export const mobiles = [
  '+61491570006',
  '+61491570156',
  '+61491570157',
  '+61491570158',
  '+61491570159',
  '+61491570110',
  '+61491570313',
  '+61491570737',
  '+61491571266',
  '+61491571491',
  '+61491571804',
  '+61491572549',
  '+61491572665',
  '+61491572983',
  '+61491573770',
  '+61491573087',
  '+61491574118',
  '+61491574632',
  '+61491575254',
  '+61491575789',
  '+61491576398',
  '+61491576801',
  '+61491577426',
  '+61491577644',
  '+61491578957',
  '+61491578148',
  '+61491578888',
  '+61491579212',
  '+61491579760',
  '+61491579455',
] as const
