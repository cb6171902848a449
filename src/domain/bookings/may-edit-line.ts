/**
 * Whether somebody may save a service line with these fields changed: `booking.edit` opens all of
 * them, except the price, which takes `price.edit` wherever it is set; that opens it without the rest.
 */
export const mayEditLine = (
  changed: readonly string[],
  { permissions }: { permissions: ReadonlySet<string> },
): boolean => {
  if (permissions.has('booking.edit')) return true
  return permissions.has('price.edit') && changed.every((field) => field === 'unitAmount')
}
