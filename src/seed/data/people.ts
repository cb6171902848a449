import type { AreaKey } from './places.ts'
import type { ServiceKey } from './services.ts'

type Day = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'

const week: Day[] = ['mon', 'tue', 'wed', 'thu', 'fri']

export const staff = [
  { name: 'Olivia Marsh', role: 'administrator' },
  { name: 'Henry Walsh', role: 'manager' },
  { name: 'Grace Kim', role: 'dispatcher' },
  { name: 'Noah Patel', role: 'dispatcher' },
  { name: 'Ella Brooks', role: 'accounts' },
] as const

export const fieldworkers: {
  name: string
  colour: string
  home: { lat: number; lng: number }
  services: ServiceKey[]
  skills: string[]
  areas: AreaKey[]
  locations: string[]
  hours: { days: Day[]; start: string; end: string }[]
  note?: string
}[] = [
  {
    name: 'Liam Nguyen',
    colour: '#2563eb',
    home: { lat: -33.9171, lng: 151.1489 },
    services: ['tap-repair', 'hot-water', 'blocked-drain'],
    skills: ['plumbing', 'gas'],
    areas: ['inner', 'parramatta'],
    locations: ['marrickville'],
    hours: [
      { days: week, start: '07:00', end: '11:30' },
      { days: week, start: '12:00', end: '15:30' },
    ],
  },
  {
    name: 'Sofia Russo',
    colour: '#db2777',
    home: { lat: -33.9203, lng: 151.2391 },
    services: ['tap-repair', 'hot-water', 'blocked-drain'],
    skills: ['plumbing', 'gas'],
    areas: ['east', 'lower-north', 'beaches'],
    locations: ['marrickville', 'brookvale'],
    hours: [{ days: week, start: '08:00', end: '16:30' }],
  },
  {
    name: 'Jack Thompson',
    colour: '#7c3aed',
    home: { lat: -33.8837, lng: 151.2061 },
    services: ['night-plumber'],
    skills: ['plumbing'],
    areas: ['inner', 'east', 'lower-north', 'beaches', 'parramatta'],
    locations: ['marrickville'],
    hours: [{ days: ['wed', 'thu', 'fri', 'sat', 'sun'], start: '22:00', end: '06:00' }],
    note: 'Night shift',
  },
  {
    name: 'Priya Sharma',
    colour: '#ea580c',
    home: { lat: -33.8893, lng: 151.1278 },
    services: ['safety-check', 'power-points', 'switchboard', 'appliance-repair'],
    skills: ['electrical'],
    areas: ['inner', 'east', 'lower-north', 'parramatta'],
    locations: ['marrickville'],
    hours: [{ days: week, start: '07:30', end: '16:00' }],
  },
  {
    name: 'Tom O’Brien',
    colour: '#0891b2',
    home: { lat: -33.7702, lng: 151.2663 },
    services: ['safety-check', 'power-points', 'switchboard', 'appliance-repair'],
    skills: ['electrical'],
    areas: ['inner', 'east', 'lower-north', 'beaches'],
    locations: ['brookvale', 'marrickville'],
    hours: [{ days: week, start: '07:30', end: '16:00' }],
  },
  {
    name: 'Mei Chen',
    colour: '#16a34a',
    home: { lat: -33.8802, lng: 151.2104 },
    services: ['home-clean', 'end-of-lease'],
    skills: ['cleaning'],
    areas: ['inner', 'east', 'lower-north', 'beaches'],
    locations: [],
    hours: [{ days: [...week, 'sat'], start: '08:00', end: '16:00' }],
  },
  {
    name: 'Aisha Haddad',
    colour: '#ca8a04',
    home: { lat: -33.9093, lng: 151.1197 },
    services: ['home-clean', 'end-of-lease'],
    skills: ['cleaning'],
    areas: ['inner', 'east'],
    locations: [],
    hours: [{ days: ['tue', 'wed', 'thu'], start: '09:00', end: '14:00' }],
    note: 'Part time',
  },
  {
    name: 'Daniel Kelly',
    colour: '#4d7c0f',
    home: { lat: -33.8271, lng: 151.1958 },
    services: ['lawn-tidy', 'tree-work'],
    skills: ['garden', 'trees'],
    areas: ['inner', 'east', 'lower-north', 'beaches', 'parramatta'],
    locations: [],
    hours: [
      { days: week, start: '07:00', end: '15:00' },
      { days: ['sat'], start: '08:00', end: '12:00' },
    ],
  },
]

/** Forty customers; a company has a contact, and `noEmail` ones were taken by phone. */
export const customers: { name: string; company?: string; role?: string; noEmail?: boolean }[] = [
  { name: 'Charlotte Reid' },
  { name: 'Ethan Walker' },
  { name: 'Isla Robertson' },
  { name: 'Lucas Moretti' },
  { name: 'Amelia Grant' },
  { name: 'Oscar Lindqvist' },
  { name: 'Zara Ahmed' },
  { name: 'William Foster' },
  { name: 'Hannah Lee' },
  { name: 'Benjamin Hart' },
  { name: 'Ruby Campbell' },
  { name: 'Samuel Okafor' },
  { name: 'Matilda Jensen' },
  { name: 'Leo Fernandez' },
  { name: 'Chloe Dubois' },
  { name: 'Patrick Doyle', noEmail: true },
  { name: 'Ivy Tran' },
  { name: 'Max Keller' },
  { name: 'Sienna Rossi' },
  { name: 'Angus McLeod' },
  { name: 'Nadia Petrov' },
  { name: 'Joshua Singh' },
  { name: 'Poppy Edwards' },
  { name: 'Hugo Martin' },
  { name: 'Layla Hassan' },
  { name: 'Thomas Gray' },
  { name: 'Evie Collins' },
  { name: 'Margaret Whitlam', noEmail: true },
  { name: 'Finn Gallagher' },
  { name: 'Aria Kapoor' },
  { name: 'Jasper Young' },
  { name: 'Elena Popova' },
  { name: 'George Stavros', noEmail: true },
  { name: 'Imogen Clarke' },
  { name: 'Ravi Menon' },
  { name: 'Harriet Cole', company: 'Corner Lane Café', role: 'Owner' },
  { name: 'Dean Archer', company: 'Archer Strata Management', role: 'Strata manager' },
  { name: 'Yuki Tanaka', company: 'Blue Gum Early Learning', role: 'Director' },
  { name: 'Martin Osei', company: 'Osei Property Rentals', role: 'Property manager' },
  { name: 'Fiona Bell', company: 'Seabreeze Guesthouse', role: 'Host' },
]
