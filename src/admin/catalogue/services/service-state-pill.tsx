import type { ServiceState } from '../../../domain/catalogue/service-state.ts'
import { Pill } from '../../ui/status-pills.tsx'

const looks = {
  draft: { label: 'Draft', tone: 'yellow', glyph: 'clock' },
  live: { label: 'Live', tone: 'green', glyph: 'check' },
  retired: { label: 'Retired', tone: 'gray', glyph: 'slash' },
} as const

/** How a service stands, in a word with a sign. */
export const ServiceStatePill = ({ state }: { state: ServiceState }) => <Pill {...looks[state]} />
