/** The depots and service areas of the demo company, in Sydney. */
export const zone = 'Australia/Sydney'

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const

export const locations = [
  {
    key: 'marrickville',
    name: 'Marrickville Depot',
    phone: '+61255500110',
    address: { line1: '142 Addison Road', suburb: 'Marrickville', postcode: '2204' },
    coordinates: { lat: -33.9062, lng: 151.1622 },
    hours: [
      { days: [...weekdays], start: '07:00', end: '18:00' },
      { days: ['sat'], start: '08:00', end: '14:00' },
    ],
  },
  {
    key: 'brookvale',
    name: 'Brookvale Workshop',
    phone: '+61255500120',
    address: { line1: '8 Winbourne Road', suburb: 'Brookvale', postcode: '2100' },
    coordinates: { lat: -33.7637, lng: 151.2736 },
    hours: [{ days: [...weekdays], start: '07:30', end: '17:00' }],
  },
] as const

/** Postcode lists, and one circle for addresses that come with a point on the map. */
export const areas = [
  {
    key: 'inner',
    name: 'City & Inner West',
    location: 'marrickville',
    postcodes:
      '2000 2007 2008 2009 2010 2011 2015 2016 2017 2037 2038 2039 2040 2041 2042 2043 2044 2045 2046 2048 2049 2050 2130 2131 2203 2204',
  },
  {
    key: 'east',
    name: 'Eastern Suburbs',
    location: 'marrickville',
    postcodes:
      '2018 2021 2022 2023 2024 2025 2026 2027 2028 2029 2030 2031 2032 2033 2034 2035 2036',
  },
  {
    key: 'lower-north',
    name: 'Lower North Shore',
    location: 'brookvale',
    postcodes: '2060 2061 2062 2063 2064 2065 2066 2067 2068 2069 2087 2088 2089 2090',
  },
  {
    key: 'beaches',
    name: 'Northern Beaches',
    location: 'brookvale',
    postcodes: '2084 2085 2086 2092 2093 2094 2095 2096 2097 2099 2100 2101 2102 2103',
  },
  {
    key: 'parramatta',
    name: 'Around Parramatta',
    location: 'marrickville',
    centre: { lat: -33.815, lng: 151.0011 },
    radiusKm: 7,
  },
] as const

export type AreaKey = (typeof areas)[number]['key']

/** Suburbs with their real postcodes, a point in the middle and real streets. */
export const suburbs: readonly {
  name: string
  postcode: string
  lat: number
  lng: number
  area: AreaKey
  streets: readonly string[]
}[] = [
  {
    name: 'Newtown',
    postcode: '2042',
    lat: -33.8981,
    lng: 151.1744,
    area: 'inner',
    streets: ['Australia Street', 'Wilson Street', 'Lennox Street'],
  },
  {
    name: 'Marrickville',
    postcode: '2204',
    lat: -33.9111,
    lng: 151.1553,
    area: 'inner',
    streets: ['Illawarra Road', 'Livingstone Road'],
  },
  {
    name: 'Leichhardt',
    postcode: '2040',
    lat: -33.8838,
    lng: 151.1571,
    area: 'inner',
    streets: ['Marion Street', 'Norton Street', 'Elswick Street'],
  },
  {
    name: 'Balmain',
    postcode: '2041',
    lat: -33.8589,
    lng: 151.1791,
    area: 'inner',
    streets: ['Darling Street', 'Beattie Street'],
  },
  {
    name: 'Glebe',
    postcode: '2037',
    lat: -33.8797,
    lng: 151.1859,
    area: 'inner',
    streets: ['Glebe Point Road', 'Bridge Road'],
  },
  {
    name: 'Surry Hills',
    postcode: '2010',
    lat: -33.8861,
    lng: 151.2111,
    area: 'inner',
    streets: ['Crown Street', 'Bourke Street', 'Riley Street'],
  },
  {
    name: 'Redfern',
    postcode: '2016',
    lat: -33.8929,
    lng: 151.2043,
    area: 'inner',
    streets: ['Pitt Street', 'Turner Street'],
  },
  {
    name: 'Ashfield',
    postcode: '2131',
    lat: -33.8889,
    lng: 151.1245,
    area: 'inner',
    streets: ['Queen Street', 'Holden Street'],
  },
  {
    name: 'Bondi',
    postcode: '2026',
    lat: -33.8938,
    lng: 151.2635,
    area: 'east',
    streets: ['Francis Street', 'Glenayr Avenue', 'Hall Street'],
  },
  {
    name: 'Coogee',
    postcode: '2034',
    lat: -33.9205,
    lng: 151.2552,
    area: 'east',
    streets: ['Brook Street', 'Arden Street'],
  },
  {
    name: 'Randwick',
    postcode: '2031',
    lat: -33.9144,
    lng: 151.2412,
    area: 'east',
    streets: ['Avoca Street', 'Frenchmans Road'],
  },
  {
    name: 'Paddington',
    postcode: '2021',
    lat: -33.8845,
    lng: 151.2263,
    area: 'east',
    streets: ['Glenmore Road', 'Underwood Street'],
  },
  {
    name: 'Maroubra',
    postcode: '2035',
    lat: -33.9502,
    lng: 151.2434,
    area: 'east',
    streets: ['Maroubra Road', 'Duncan Street'],
  },
  {
    name: 'Mosman',
    postcode: '2088',
    lat: -33.8292,
    lng: 151.2441,
    area: 'lower-north',
    streets: ['Raglan Street', 'Awaba Street'],
  },
  {
    name: 'Neutral Bay',
    postcode: '2089',
    lat: -33.8311,
    lng: 151.2192,
    area: 'lower-north',
    streets: ['Ben Boyd Road', 'Wycombe Road'],
  },
  {
    name: 'Crows Nest',
    postcode: '2065',
    lat: -33.8264,
    lng: 151.2031,
    area: 'lower-north',
    streets: ['Falcon Street', 'Willoughby Road'],
  },
  {
    name: 'Chatswood',
    postcode: '2067',
    lat: -33.7969,
    lng: 151.1803,
    area: 'lower-north',
    streets: ['Archer Street', 'Help Street'],
  },
  {
    name: 'Manly',
    postcode: '2095',
    lat: -33.7971,
    lng: 151.2858,
    area: 'beaches',
    streets: ['Pittwater Road', 'Whistler Street'],
  },
  {
    name: 'Dee Why',
    postcode: '2099',
    lat: -33.7513,
    lng: 151.2858,
    area: 'beaches',
    streets: ['Howard Avenue', 'Fisher Road'],
  },
  {
    name: 'Freshwater',
    postcode: '2096',
    lat: -33.7779,
    lng: 151.2854,
    area: 'beaches',
    streets: ['Lawrence Street', 'Albert Street'],
  },
  {
    name: 'Parramatta',
    postcode: '2150',
    lat: -33.8136,
    lng: 151.0034,
    area: 'parramatta',
    streets: ['Marsden Street', 'Sorrell Street'],
  },
]
