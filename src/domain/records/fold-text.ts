/** Letters that Unicode does not take apart, with what people type in their place. */
export const foldedLetters: Readonly<Record<string, string>> = {
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
export const foldedMarks: Readonly<Record<string, string>> = {
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

const special = new RegExp(`[${Object.keys({ ...foldedLetters, ...foldedMarks }).join('')}]`, 'gu')

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
    .replaceAll(special, (sign) => foldedLetters[sign] ?? foldedMarks[sign] ?? sign)
    .replaceAll(/\s+/g, ' ')
    .trim()
