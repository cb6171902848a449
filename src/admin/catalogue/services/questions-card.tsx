'use client'
import { SelectField } from '../../ui/select-field.tsx'
import type { CardProps, DraftQuestion, QuestionType } from './service-draft.ts'

const types = [
  { value: 'text', label: 'One line' },
  { value: 'textarea', label: 'Several lines' },
  { value: 'number', label: 'A number' },
  { value: 'select', label: 'One of several answers' },
  { value: 'checkbox', label: 'Yes or no' },
]

type QuestionRowProps = {
  question: DraftQuestion
  onChange: (part: Partial<DraftQuestion>) => void
  onRemove: () => void
}

const QuestionRow = ({ question, onChange, onRemove }: QuestionRowProps) => (
  <li className="fb-question">
    <label className="fb-field">
      <span>Question</span>
      <input
        autoComplete="off"
        className="fb-input"
        onChange={(event) => onChange({ label: event.target.value })}
        required
        value={question.label}
      />
    </label>
    <SelectField
      choices={types}
      label="Answered with"
      onChange={(event) => onChange({ type: event.target.value as QuestionType })}
      value={question.type}
    />
    {question.type === 'select' ? (
      <label className="fb-field fb-question__options">
        <span>Answers, one a line</span>
        <textarea
          className="fb-input"
          onChange={(event) => onChange({ options: event.target.value })}
          required
          value={question.options}
        />
      </label>
    ) : null}
    <div className="fb-row">
      <label className="fb-check">
        <input
          checked={question.required}
          onChange={(event) => onChange({ required: event.target.checked })}
          type="checkbox"
        />
        <span>Required</span>
      </label>
      <button
        aria-label={`Remove the question ${question.label}`}
        className="fb-button fb-button--small"
        onClick={onRemove}
        type="button"
      >
        Remove
      </button>
    </div>
  </li>
)

/** What customers are asked when they book the service. */
export const QuestionsCard = ({ draft, set }: CardProps) => {
  const { questions } = draft
  const change = (row: string, part: Partial<DraftQuestion>) =>
    set({ questions: questions.map((one) => (one.row === row ? { ...one, ...part } : one)) })
  const add = () => {
    const row = crypto.randomUUID()
    const question = {
      row,
      key: '',
      label: '',
      type: 'text',
      required: false,
      options: '',
    } as const
    set({ questions: [...questions, question] })
  }
  return (
    <section aria-labelledby="questions-heading" className="fb-card">
      <div className="fb-card__head">
        <h2 id="questions-heading">Questions for the customer</h2>
        <button className="fb-button fb-button--small" onClick={add} type="button">
          Add question
        </button>
      </div>
      {questions.length === 0 ? (
        <p className="fb-empty">Customers are asked nothing more.</p>
      ) : null}
      <ul className="fb-questions">
        {questions.map((question) => (
          <QuestionRow
            key={question.row}
            onChange={(part) => change(question.row, part)}
            onRemove={() => set({ questions: questions.filter(({ row }) => row !== question.row) })}
            question={question}
          />
        ))}
      </ul>
    </section>
  )
}
