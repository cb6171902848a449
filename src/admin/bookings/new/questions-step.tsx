'use client'
import type { Question } from './booking-draft.ts'
import { Step } from './step.tsx'

type Answers = Record<string, string | boolean>
type QuestionsStepProps = {
  questions: Question[]
  answers: Answers
  notes: string
  onAnswers: (answers: Answers) => void
  onNotes: (notes: string) => void
}

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

/** The service's own questions, and notes. */
export const QuestionsStep = (props: QuestionsStepProps) => {
  const { questions, answers, notes, onAnswers, onNotes } = props
  return (
    <Step number={7} title={questions.length > 0 ? 'Questions and notes' : 'Notes'}>
      {questions.map((question) => (
        <One
          key={question.key}
          onChange={(value) => onAnswers({ ...answers, [question.key]: value })}
          question={question}
          value={answers[question.key] ?? ''}
        />
      ))}
      <label className="fb-field">
        <span>Notes for the fieldworker and the customer</span>
        <textarea
          className="fb-input"
          onChange={(event) => onNotes(event.target.value)}
          value={notes}
        />
      </label>
    </Step>
  )
}
