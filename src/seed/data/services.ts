export const categories = [
  { key: 'plumbing', name: 'Plumbing', order: 1, description: 'Taps, drains and hot water.' },
  { key: 'electrical', name: 'Electrical', order: 2, description: 'Licensed work and safety.' },
  { key: 'cleaning', name: 'Cleaning', order: 3, description: 'Regular and end of lease.' },
  { key: 'garden', name: 'Garden', order: 4, description: 'Lawns, hedges and trees.' },
  {
    key: 'workshop',
    name: 'Workshop',
    order: 5,
    description: 'Bring it to one of our depots.',
  },
] as const

export const skills = [
  { key: 'plumbing', name: 'Plumbing licence', description: 'NSW contractor licence, plumbing.' },
  { key: 'gas', name: 'Gas fitting', description: 'NSW contractor licence, gas fitting.' },
  { key: 'electrical', name: 'Electrical licence', description: 'NSW electrical licence.' },
  { key: 'cleaning', name: 'Cleaning', description: 'Trained for homes and end of lease.' },
  { key: 'garden', name: 'Gardening', description: 'Lawns, hedges, planting.' },
  { key: 'trees', name: 'Tree work', description: 'Arborist, level 3.' },
] as const

export type ServiceKey =
  | 'tap-repair'
  | 'hot-water'
  | 'blocked-drain'
  | 'night-plumber'
  | 'safety-check'
  | 'power-points'
  | 'switchboard'
  | 'home-clean'
  | 'end-of-lease'
  | 'lawn-tidy'
  | 'tree-work'
  | 'appliance-repair'

export type DemoService = {
  key: ServiceKey
  name: string
  category: (typeof categories)[number]['key']
  description: string
  durationMinutes: number
  /** Before and after, in minutes. */
  buffers: [number, number]
  /** Minor units, tax included. */
  priceAmount: number
  skills: (typeof skills)[number]['key'][]
  priceModel?: 'job' | 'time' | 'unit'
  noticeMinutes?: number
  slotIntervalMinutes?: number
  requiresApproval?: boolean
  bookable?: boolean
  mode?: 'instant' | 'request'
  locationTypes?: ('mobile' | 'fixed' | 'remote')[]
  crewSize?: number
  /** Asked for at night; everything else by day. */
  atNight?: boolean
  assignmentMethod?: 'inherit' | 'direct' | 'request' | 'broadcast'
  questions?: {
    key: string
    label: string
    type: 'text' | 'textarea' | 'number' | 'select' | 'checkbox'
    required?: boolean
    options?: string[]
  }[]
}

const access = {
  key: 'access',
  label: 'How do we get in?',
  type: 'select',
  options: ['I will be home', 'Key in the lock box', 'Call the concierge'],
} as const

export const services: DemoService[] = [
  {
    key: 'tap-repair',
    name: 'Tap and toilet repair',
    category: 'plumbing',
    description:
      'Dripping taps, running cisterns, new washers and valves. Parts under $30 included.',
    assignmentMethod: 'request',
    durationMinutes: 60,
    buffers: [15, 15],
    priceAmount: 16500,
    skills: ['plumbing'],
    questions: [
      { key: 'count', label: 'How many taps or toilets?', type: 'number', required: true },
    ],
  },
  {
    key: 'hot-water',
    name: 'Hot water service',
    category: 'plumbing',
    description: 'Yearly service or fault finding on gas and electric systems of every brand.',
    durationMinutes: 90,
    buffers: [15, 15],
    priceAmount: 24500,
    skills: ['plumbing', 'gas'],
    noticeMinutes: 240,
  },
  {
    key: 'blocked-drain',
    name: 'Blocked drain',
    category: 'plumbing',
    description: 'Camera, jet and a clear drain. Tell us which fixture is slow.',
    durationMinutes: 90,
    buffers: [15, 30],
    priceAmount: 28500,
    skills: ['plumbing'],
    noticeMinutes: 60,
    assignmentMethod: 'broadcast',
  },
  {
    key: 'night-plumber',
    name: 'Emergency plumber, nights',
    category: 'plumbing',
    description: 'Burst pipes and floods between ten at night and six in the morning.',
    durationMinutes: 60,
    buffers: [30, 15],
    priceAmount: 34500,
    skills: ['plumbing'],
    noticeMinutes: 30,
    slotIntervalMinutes: 15,
    assignmentMethod: 'direct',
    atNight: true,
  },
  {
    key: 'safety-check',
    name: 'Electrical safety check',
    category: 'electrical',
    description: 'Every circuit, switch and smoke alarm, with a written report.',
    assignmentMethod: 'request',
    durationMinutes: 60,
    buffers: [15, 15],
    priceAmount: 19000,
    skills: ['electrical'],
    questions: [access as never],
  },
  {
    key: 'power-points',
    name: 'New power points',
    category: 'electrical',
    description: 'Priced by the point, supplied and fitted. The office plans these by phone.',
    assignmentMethod: 'request',
    durationMinutes: 60,
    buffers: [15, 15],
    priceAmount: 9500,
    priceModel: 'unit',
    skills: ['electrical'],
    bookable: false,
  },
  {
    key: 'switchboard',
    name: 'Switchboard upgrade',
    category: 'electrical',
    description: 'New board with safety switches. Two electricians; we approve the plan first.',
    durationMinutes: 240,
    buffers: [30, 30],
    priceAmount: 145000,
    skills: ['electrical'],
    noticeMinutes: 2880,
    requiresApproval: true,
    crewSize: 2,
  },
  {
    key: 'home-clean',
    name: 'Home clean',
    category: 'cleaning',
    description: 'Two hours of kitchen, bathrooms and floors by the same person each time.',
    durationMinutes: 120,
    buffers: [15, 15],
    priceAmount: 5500,
    priceModel: 'time',
    skills: ['cleaning'],
    assignmentMethod: 'direct',
    questions: [access as never],
  },
  {
    key: 'end-of-lease',
    name: 'End of lease clean',
    category: 'cleaning',
    description: 'Two cleaners, four hours, and the receipt your agent asks for.',
    durationMinutes: 240,
    buffers: [15, 30],
    priceAmount: 52000,
    skills: ['cleaning'],
    crewSize: 2,
    noticeMinutes: 1440,
    requiresApproval: true,
  },
  {
    key: 'lawn-tidy',
    name: 'Lawn and garden tidy',
    category: 'garden',
    description: 'Mow, edge, weed and take the green waste away.',
    durationMinutes: 90,
    buffers: [15, 15],
    priceAmount: 12500,
    skills: ['garden'],
  },
  {
    key: 'tree-work',
    name: 'Tree pruning and removal',
    category: 'garden',
    description:
      'Tell us about the tree and when it suits; we look at it and come back with times.',
    durationMinutes: 180,
    buffers: [30, 30],
    priceAmount: 0,
    skills: ['garden', 'trees'],
    mode: 'request',
    requiresApproval: true,
  },
  {
    key: 'appliance-repair',
    name: 'Small appliance repair',
    category: 'workshop',
    description: 'Bring it to the bench: lamps, toasters, drills, coffee machines.',
    durationMinutes: 45,
    buffers: [0, 0],
    priceAmount: 8900,
    skills: ['electrical'],
    locationTypes: ['fixed'],
    slotIntervalMinutes: 15,
    assignmentMethod: 'direct',
  },
]
