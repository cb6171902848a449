import { z } from 'zod'
import { plainText } from '../domain/records/plain-text.ts'

/** What somebody types: without hidden characters and blanks around it. */
export const text = (max: number) => z.string().overwrite(plainText).trim().max(max)
