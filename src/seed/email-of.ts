/** An address for a demo person, "Tom O’Brien" → `tom.obrien@…`. */
export const emailOf = (name: string, domain: string): string => {
  const local = name
    .normalize('NFD')
    .replaceAll(/[^A-Za-z ]/g, '')
    .trim()
    .toLowerCase()
    .replaceAll(/\s+/g, '.')
  return `${local}@${domain}`
}
