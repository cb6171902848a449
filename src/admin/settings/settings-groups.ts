type Entry = { slug: string; label: string; sentence: string; isGlobal?: true }
export type SettingsGroup = { title: string; entries: readonly Entry[] }

/** Where a card leads, from the panel's own path. */
export const settingsPath = ({ slug, isGlobal }: Pick<Entry, 'isGlobal' | 'slug'>): string =>
  `/${isGlobal ? 'globals' : 'collections'}/${slug}`

const entry = (slug: string, label: string, sentence: string): Entry => ({ slug, label, sentence })
const one = (slug: string, label: string, sentence: string): Entry => ({
  ...entry(slug, label, sentence),
  isGlobal: true,
})

/** Everything that is set up once and looked at now and then, each in one place. */
export const settingsGroups: readonly SettingsGroup[] = [
  {
    title: 'Company',
    entries: [
      one('company', 'Company', 'Name, address, time zone, currency and logo.'),
      one('booking-settings', 'Booking rules', 'Notice, approval, deadlines and reminders.'),
      one('portal-settings', 'Portal', 'What customers see and may change online.'),
      one('financial-settings', 'Billing & tax', 'Tax, cancellation fees and deposits.'),
    ],
  },
  {
    title: 'Catalogue',
    entries: [
      entry('service-categories', 'Service categories', 'The groups that services are listed in.'),
      entry('areas', 'Areas', 'Where you work, by postcode or on the map.'),
      entry('locations', 'Locations', 'Your own places where customers come to you.'),
    ],
  },
  {
    title: 'Team',
    entries: [
      entry('unavailabilities', 'Time off', 'Leave, breaks and sick days of your team.'),
      entry('skills', 'Skills', 'What a service needs and your team can do.'),
      entry('users', 'Users', 'Who signs in, and with which role.'),
      entry('roles', 'Roles', 'What each kind of user may see and do.'),
      entry('api-keys', 'API keys', 'Access for other programs, with a scope each.'),
    ],
  },
  {
    title: 'Customer records',
    entries: [
      entry('contacts', 'Contacts', 'People to call besides the customer.'),
      entry('addresses', 'Addresses', 'Where work is done, with access notes.'),
      entry('properties', 'Properties', 'What a customer has you look after.'),
      entry('labels', 'Labels', 'Coloured marks on bookings and customers.'),
    ],
  },
  {
    title: 'Records',
    entries: [
      entry('audit-events', 'History', 'Who changed what, when and why.'),
      entry('appointments', 'Visits', 'Every visit of every booking.'),
      entry('assignment-offers', 'Offers', 'Which visits were offered to whom, and the answers.'),
      entry('series', 'Repeating bookings', 'The rules that repeating bookings follow.'),
      entry('deliveries', 'Message log', 'Each message, and whether it arrived.'),
      entry('media', 'Files', 'Pictures and documents.'),
      entry('webhook-events', 'Incoming webhooks', 'What connected services reported.'),
    ],
  },
]
