import type { Obstacle } from '../../domain/scheduling/assert-override.ts'

/** Gathers what the claims of a command overrode, for the command's words in the history. */
export const collectOverrides = () => {
  const found = new Set<Obstacle>()
  return {
    onOverride: (obstacles: Obstacle[]): void => {
      for (const obstacle of obstacles) found.add(obstacle)
    },
    /** To be spread into the command. */
    said: (): { overrode?: Obstacle[] } => (found.size > 0 ? { overrode: [...found] } : {}),
  }
}
