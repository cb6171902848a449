/** So many people, as anybody may know it. */
const steps = [1, 3]

/** At least how many people can take a slot: exact counts tell strangers when one person is busy. */
export const publicCount = (available: number): number =>
  steps.findLast((step) => step <= available) ?? 0
