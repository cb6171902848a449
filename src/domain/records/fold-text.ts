/** Letters that Unicode does not take apart, with what people type in their place. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
}

/** Typographic marks, with the plain one in their place. */
const marks: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  ʼ: "'",
  ʻ: "'",
  '`': "'",
  '´': "'",
  '“': '"',
  '”': '"',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
}

const special = new RegExp(`[${Object.keys({ ...letters, ...marks }).join('')}]`, 'gu')

/**
 * A text as it is searched: without accents, case and typographic marks, so that `Nguyen` finds
 * Nguyễn and `O'Brien` finds O’Brien. `folded_text` in the database does the same.
 */
export const foldText = (text: string): string =>
  text
    .replaceAll('´', "'")
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll(special, (sign) => letters[sign] ?? marks[sign] ?? sign)
    .replaceAll(/\s+/g, ' ')
    .trim()
