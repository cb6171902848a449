/** How long a start is held for somebody who is still typing, in minutes. */
export const holdMinutes = 10

/** How long a hold may last in all, however often it is extended, in minutes. */
export const longestHoldMinutes = 30
