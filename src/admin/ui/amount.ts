/** `$149.00`: minor units of an ISO 4217 currency in words of the panel's locale. */
export const amountText = (minor: number | null | undefined, currency: string): string => {
  const format = new Intl.NumberFormat('en-AU', { style: 'currency', currency })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  return format.format((minor ?? 0) / 10 ** digits)
}
