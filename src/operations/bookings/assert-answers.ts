import { DomainError } from '../../domain/domain-error.ts'
import { isCalendarDay } from '../../domain/scheduling/local-date.ts'

type Question = {
  key: string
  label: string
  type: string
  required?: boolean | null
  options?: string[] | null
}

const refused = (key: string, message: string) =>
  new DomainError('invalid-input', message, { field: `answers.${key}` })

const isMissing = (value: unknown) => value === undefined || value === '' || value === false

/**
 * Checks what was answered against what the service asks.
 * @throws {DomainError} invalid-input naming `answers.<key>`
 */
export const assertAnswers = (
  questions: readonly Question[],
  answers: Readonly<Record<string, unknown>>,
): void => {
  const unknown = Object.keys(answers).find((key) => !questions.some((one) => one.key === key))
  if (unknown) throw refused(unknown, 'The service does not ask this.')
  for (const { key, label, type, required, options } of questions) {
    const answer = answers[key]
    if (isMissing(answer)) {
      if (required) throw refused(key, `Please answer: ${label}`)
      continue
    }
    if (type === 'number' && !Number.isFinite(Number(answer))) throw refused(key, 'Give a number.')
    if (type === 'date' && !isCalendarDay(answer)) {
      throw refused(key, 'Give a date as YYYY-MM-DD.')
    }
    if (type === 'select' && !options?.includes(String(answer))) {
      throw refused(key, `Choose one of: ${options?.join(', ')}`)
    }
  }
}
