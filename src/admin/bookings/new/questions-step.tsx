'use client'
import type { DraftAnswers, Question } from './booking-draft.ts'
import { QuestionFields } from './question-fields.tsx'
import { Step } from './step.tsx'
import { teamWord } from '../../ui/team-word.ts'

type QuestionsStepProps = {
  questions: Question[]
  answers: DraftAnswers
  notes: string
  onAnswers: (answers: DraftAnswers) => void
  onNotes: (notes: string) => void
}

/** The service's own questions, and notes. */
export const QuestionsStep = (props: QuestionsStepProps) => {
  const { questions, answers, notes, onAnswers, onNotes } = props
  return (
    <Step number={7} title={questions.length > 0 ? 'Questions and notes' : 'Notes'}>
      <QuestionFields answers={answers} onAnswers={onAnswers} questions={questions} />
      <label className="fb-field">
        <span>Notes for the {teamWord().one} and the customer</span>
        <textarea
          className="fb-input"
          onChange={(event) => onNotes(event.target.value)}
          value={notes}
        />
      </label>
    </Step>
  )
}
