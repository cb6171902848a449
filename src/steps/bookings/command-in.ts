import type { Command } from '../../contracts/bookings/command.ts'

/** The command that came with a change; empty for a plain save. */
export const commandIn = (data: unknown): Command =>
  ((data as { command?: Command | null } | undefined)?.command ?? {}) as Command
