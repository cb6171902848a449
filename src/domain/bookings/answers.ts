import { DomainError } from '../domain-error.ts'
import { isCalendarDay } from '../scheduling/local-date.ts'

type Question = {
  key: string
  label: string
  type: string
  required?: boolean | null | undefined
  options?: string[] | null | undefined
}

export type Answers = Readonly<Record<string, unknown>>

const isMissing = (value: unknown) =>
  value === undefined || value === null || value === '' || value === false

/** What is wrong with an answer to a question; undefined where it will do. */
const faultOf = (
  { label, type, required, options }: Question,
  answer: unknown,
): string | undefined => {
  if (isMissing(answer)) return required ? `Please answer: ${label}` : undefined
  if (typeof answer === 'object') return 'Give a single value.'
  if (type === 'number' && !Number.isFinite(Number(answer))) return 'Give a number.'
  if (type === 'date' && !isCalendarDay(answer)) return 'Give a date as YYYY-MM-DD.'
  const isChoice = type !== 'select' || options?.includes(String(answer))
  return isChoice ? undefined : `Choose one of: ${options?.join(', ')}`
}

/**
 * Checks what was answered against what the service asks. `at` is where the answers are in what
 * the caller sent.
 * @throws {DomainError} invalid-input naming `<at>.<key>`
 */
export const assertAnswers = (
  questions: readonly Question[] | null | undefined,
  answers: Answers | null | undefined,
  at = 'answers',
): void => {
  const asked = questions ?? []
  const given = answers ?? {}
  const refused = (key: string, message: string) =>
    new DomainError('invalid-input', message, { field: `${at}.${key}` })
  const unknown = Object.keys(given).find((key) => !asked.some((one) => one.key === key))
  if (unknown) throw refused(unknown, 'The service does not ask this.')
  for (const question of asked) {
    const fault = faultOf(question, given[question.key])
    if (fault) throw refused(question.key, fault)
  }
}

/** The questions that were answered, in words, in the order they are asked. */
export const answeredQuestions = (
  questions: readonly Pick<Question, 'key' | 'label'>[] | null | undefined,
  answers: Answers | null | undefined,
): { label: string; value: string }[] =>
  (questions ?? []).flatMap(({ key, label }) => {
    const value = answers?.[key]
    if (value === undefined || value === null || value === '') return []
    const words = value === true ? 'Yes' : value === false ? 'No' : String(value)
    return [{ label, value: words }]
  })
