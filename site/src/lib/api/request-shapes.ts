import { z } from 'zod'

export type OwnSlots = { from: string; to: string; hold?: string }
export type OwnHold = { start: string; hold?: string }
export type MoveWish = { start: string; comment?: string; hold?: string }

/** The answer of a request that says nothing but that it went well. */
export const nothing = z.unknown()

export const query = (values: Record<string, string>) => new URLSearchParams(values).toString()
