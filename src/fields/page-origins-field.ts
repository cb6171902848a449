import type { FieldHook, TextField } from 'payload'
import { pageOriginOf } from '../domain/people/page-origin.ts'

/** Addresses of pages become their origins; what names no page is left for the check to refuse. */
const deriveOrigins: FieldHook = ({ value }) => {
  if (!Array.isArray(value)) return value
  const origins = value.map((address) => pageOriginOf(String(address)) ?? String(address).trim())
  return [...new Set(origins)]
}

/** Pages of other hosts that may embed the booking widget; none unless listed. */
export const pageOriginsField: TextField = {
  name: 'widgetOrigins',
  label: 'Pages that may embed the booking widget',
  type: 'text',
  hasMany: true,
  maxRows: 50,
  admin: {
    description:
      'Origins such as https://www.example.org. A star (*) lets every page. With none listed, only pages of this site may. See /demo/widget for the lines to copy.',
  },
  hooks: { beforeValidate: [deriveOrigins] },
  validate: (value: string | string[] | null | undefined) => {
    const wrong = [value ?? []].flat().find((origin) => pageOriginOf(origin) !== origin)
    return wrong === undefined || `“${wrong}” is no origin. Write it as https://www.example.org.`
  },
}
