import { slugOf } from '../../../domain/catalogue/slug.ts'
import { minorOf } from '../../ui/minor-of.ts'

export type QuestionType = 'checkbox' | 'number' | 'select' | 'text' | 'textarea'

export type DraftQuestion = {
  /** Of the form alone. */
  row: string
  /** Under which answers are stored; empty until it is saved. */
  key: string
  label: string
  type: QuestionType
  required: boolean
  /** One a line. */
  options: string
}

/** A service as its form holds it: what is typed is text until it is sent. */
export type ServiceDraft = {
  name: string
  slug: string
  category: string
  description: string
  durationMinutes: string
  bufferBeforeMinutes: string
  bufferAfterMinutes: string
  noticeMinutes: string
  horizonDays: string
  slotIntervalMinutes: string
  priceModel: 'job' | 'time' | 'unit'
  price: string
  taxPercent: string
  mode: 'instant' | 'request'
  bookable: boolean
  requiresApproval: boolean
  locationTypes: string[]
  locations: string[]
  skills: string[]
  crewSize: string
  assignmentMethod: string
  questions: DraftQuestion[]
  /** Ids of the fieldworkers who do it. */
  people: string[]
}

/** What every card of the form gets. */
export type CardProps = { draft: ServiceDraft; set: (part: Partial<ServiceDraft>) => void }

export const emptyService: ServiceDraft = {
  ...{ name: '', slug: '', category: '', description: '' },
  ...{ durationMinutes: '60', bufferBeforeMinutes: '0', bufferAfterMinutes: '0' },
  ...{ noticeMinutes: '', horizonDays: '', slotIntervalMinutes: '' },
  ...{ priceModel: 'job', price: '', taxPercent: '' },
  ...{ mode: 'instant', bookable: true, requiresApproval: false },
  ...{ locationTypes: ['mobile'], locations: [], skills: [], crewSize: '1' },
  ...{ assignmentMethod: 'inherit', questions: [], people: [] },
}

const numberIn = (typed: string): number | null => (typed.trim() === '' ? null : Number(typed))

const questionBody = ({ key, label, type, required, options }: DraftQuestion) => ({
  ...{ key: key || slugOf(label).replaceAll('-', '_') || 'question', label: label.trim() },
  ...{ type, required },
  options: type === 'select' ? options.split('\n').flatMap((line) => line.trim() || []) : [],
})

/** A question of one’s own key each: two with the same words are told apart by a number. */
const questionsBody = (questions: DraftQuestion[]) => {
  const bodies = questions.filter(({ label }) => label.trim() !== '').map(questionBody)
  return bodies.map((body, index) => {
    const before = bodies.slice(0, index).filter(({ key }) => key === body.key).length
    return before > 0 ? { ...body, key: `${body.key}_${before + 1}` } : body
  })
}

/** What the API takes for the draft, but for who does it. */
export const serviceBody = (draft: ServiceDraft, currency: string) => ({
  name: draft.name.trim(),
  ...(draft.slug.trim() && { slug: draft.slug.trim() }),
  category: draft.category || null,
  description: draft.description.trim() || null,
  durationMinutes: numberIn(draft.durationMinutes),
  bufferBeforeMinutes: numberIn(draft.bufferBeforeMinutes) ?? 0,
  bufferAfterMinutes: numberIn(draft.bufferAfterMinutes) ?? 0,
  noticeMinutes: numberIn(draft.noticeMinutes),
  horizonDays: numberIn(draft.horizonDays),
  slotIntervalMinutes: numberIn(draft.slotIntervalMinutes),
  priceModel: draft.priceModel,
  priceAmount: draft.price.trim() === '' ? 0 : minorOf(draft.price, currency),
  taxPercent: numberIn(draft.taxPercent),
  mode: draft.mode,
  bookable: draft.bookable,
  requiresApproval: draft.requiresApproval,
  locationTypes: draft.locationTypes,
  locations: draft.locations,
  skills: draft.skills,
  crewSize: numberIn(draft.crewSize) ?? 1,
  assignmentMethod: draft.assignmentMethod,
  questions: questionsBody(draft.questions),
})
