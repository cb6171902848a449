import { escapeHtml } from '../words/escape-html.ts'
import { inTeamWords } from '../words/in-team-words.ts'
import { teamNoun } from '../words/team-noun.ts'

/** A message before it has a form: what it says, not what it looks like. */
export type Draft = {
  subject: string
  heading: string
  paragraphs: string[]
  /** Label and value, one row each. */
  details: [label: string, value: string][]
  actions: { label: string; href: string }[]
}

type Sender = {
  name: string
  phone: string | null
  email: string | null
  locale: string
  /** What the company calls a fieldworker, where it has a word of its own. */
  fieldworkerLabel?: string | null
}

/** One line: no header of an e-mail can be smuggled in through a name or a subject. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, 200)

const contactOf = ({ name, phone, email }: Sender) =>
  [name, phone, email].filter(Boolean).join(' · ')

const textOf = (draft: Draft, sender: Sender): string =>
  [
    draft.heading,
    ...draft.paragraphs,
    draft.details.map(([label, value]) => `${label}: ${value}`).join('\n'),
    draft.actions.map(({ label, href }) => `${label}:\n${href}`).join('\n\n'),
    `-- \n${contactOf(sender)}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n')

const font = 'font-family:-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif'

const rowOf = (html: string, style = '') =>
  `<tr><td style="padding:0 32px 16px;${font};font-size:16px;line-height:24px;color:#1d2733;${style}">${html}</td></tr>`

const detailsOf = (details: Draft['details']) => {
  if (details.length === 0) return ''
  const cell = 'padding:8px 0;border-top:1px solid #dfe5ea;vertical-align:top;font-size:15px'
  const rows = details.map(
    ([label, value]) =>
      `<tr><td style="${cell};color:#5b6875;width:32%;padding-right:16px">${escapeHtml(label)}</td>` +
      `<td style="${cell}">${escapeHtml(value).replaceAll('\n', '<br>')}</td></tr>`,
  )
  return rowOf(
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0">${rows.join('')}</table>`,
  )
}

const actionOf = ({ label, href }: Draft['actions'][number], index: number) => {
  const look =
    index === 0
      ? 'display:inline-block;padding:12px 20px;border-radius:6px;background:#0b5f63;color:#ffffff;font-weight:600;text-decoration:none'
      : 'color:#0b5f63'
  return rowOf(`<a href="${escapeHtml(href)}" style="${look}">${escapeHtml(label)}</a>`)
}

/** The brand's colour across the top, with the name of the business in it. */
const bandOf = ({ name }: Sender) =>
  `<tr><td bgcolor="#0b5f63" style="padding:20px 32px;background:#0b5f63;${font};font-size:18px;` +
  `line-height:24px;font-weight:700;color:#ffffff">${escapeHtml(name)}</td></tr>`

/** What a mailbox shows beside the subject. */
const previewOf = ({ details, paragraphs }: Draft) => {
  const [, when] = details.find(([label]) => label === 'When') ?? []
  const words = [paragraphs[1] ?? paragraphs[0], when].filter(Boolean).join(' ')
  return `<div style="display:none;max-height:0;overflow:hidden">${escapeHtml(words)}</div>`
}

const htmlOf = (draft: Draft, sender: Sender): string => {
  const paragraphs = draft.paragraphs.map((text) =>
    rowOf(escapeHtml(text).replaceAll('\n', '<br>')),
  )
  return [
    `<!doctype html><html lang="${escapeHtml(sender.locale)}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width">',
    '<meta name="color-scheme" content="light">',
    `<title>${escapeHtml(draft.subject)}</title></head>`,
    '<body style="margin:0;padding:24px 8px;background:#f3f5f4">',
    previewOf(draft),
    '<table role="presentation" align="center" width="100%" cellpadding="0" cellspacing="0" ',
    'style="max-width:600px;margin:0 auto;background:#ffffff;border-radius:12px;overflow:hidden">',
    bandOf(sender),
    '<tr><td style="height:32px"></td></tr>',
    rowOf(escapeHtml(draft.heading), 'font-size:24px;line-height:30px;font-weight:700'),
    ...paragraphs,
    detailsOf(draft.details),
    ...draft.actions.map(actionOf),
    '<tr><td style="height:16px"></td></tr>',
    rowOf(
      escapeHtml(contactOf(sender)),
      'padding-top:16px;border-top:1px solid #dfe5ea;font-size:13px;line-height:20px;color:#5b6875',
    ),
    '</table></body></html>',
  ].join('')
}

/** The fixed words of a message in the company's own; what people wrote (the details) stays. */
const inCompanyWords = (draft: Draft, { fieldworkerLabel }: Sender): Draft => {
  const noun = teamNoun(fieldworkerLabel)
  const say = (text: string) => inTeamWords(text, noun)
  return { ...draft, heading: say(draft.heading), paragraphs: draft.paragraphs.map(say) }
}

/** Subject, plain text and one HTML file without any outside resource; every value is escaped. */
export const render = (
  draft: Draft,
  sender: Sender,
): { subject: string; text: string; html: string } => {
  const said = inCompanyWords(draft, sender)
  return {
    subject: oneLine(said.subject),
    text: textOf(said, sender),
    html: htmlOf(said, sender),
  }
}
