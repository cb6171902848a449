import { z } from 'zod'

/** Body of a request that says all in its path: none, or `{}`. */
export const noBody = z.strictObject({})
