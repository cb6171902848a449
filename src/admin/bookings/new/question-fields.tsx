'use client'
import type { DraftAnswers, Question } from './booking-draft.ts'

type OneProps = {
  question: Question
  value: string | boolean
  onChange: (value: string | boolean) => void
}

const One = ({ question, value, onChange }: OneProps) => {
  const { label, type, required, options } = question
  const common = { className: 'fb-input', required, value: String(value) }
  if (type === 'checkbox')
    return (
      <label className="fb-check">
        <input
          checked={value === true}
          onChange={(event) => onChange(event.target.checked)}
          type="checkbox"
        />
        <span>{label}</span>
      </label>
    )
  return (
    <label className="fb-field">
      <span>{label}</span>
      {type === 'select' ? (
        <select {...common} onChange={(event) => onChange(event.target.value)}>
          <option value="">Choose</option>
          {options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      ) : type === 'textarea' ? (
        <textarea {...common} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input
          {...common}
          onChange={(event) => onChange(event.target.value)}
          type={type === 'number' || type === 'date' ? type : 'text'}
        />
      )}
    </label>
  )
}

type QuestionFieldsProps = {
  questions: Question[]
  answers: DraftAnswers
  onAnswers: (answers: DraftAnswers) => void
}

/** What a service asks whoever books it, a field for each question. */
export const QuestionFields = ({ questions, answers, onAnswers }: QuestionFieldsProps) => (
  <>
    {questions.map((question) => (
      <One
        key={question.key}
        onChange={(value) => onAnswers({ ...answers, [question.key]: value })}
        question={question}
        value={answers[question.key] ?? ''}
      />
    ))}
  </>
)
