/**
 * Whether somebody may save a service line with these fields changed: `booking.edit` opens all of
 * them, except the price, which takes `price.edit` wherever it is set;
 * that opens it without the rest. The product itself saves what follows from a command.
 */
export const mayEditLine = (
  changed: readonly string[],
  { kind, permissions }: { kind: string; permissions: ReadonlySet<string> },
): boolean => {
  if (kind === 'system' || permissions.has('booking.edit')) return true
  return permissions.has('price.edit') && changed.every((field) => field === 'unitAmount')
}
