import type { CollectionBeforeValidateHook } from 'payload'
import { plainTexts } from '../../domain/records/plain-text.ts'

/** Stores what people see of a text: without control characters and direction marks. */
export const derivePlainText: CollectionBeforeValidateHook = ({ data }) => plainTexts(data)
