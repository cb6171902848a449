import type { Block } from './week.ts'

export type HoursException = { date: string; closed: boolean; note: string; blocks: Block[] }
