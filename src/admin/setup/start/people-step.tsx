import { DayHours } from '../../scheduling/day-hours.tsx'
import {
  type Block,
  type Week,
  type Weekday,
  weekdayNames,
  weekdays,
} from '../../scheduling/week.ts'
import type { StepProps } from './step-props.ts'
import { TextField } from './text-field.tsx'

const workdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri']

const copied = (week: Week, from: Weekday, to: readonly Weekday[]): Week => ({
  ...week,
  ...Object.fromEntries(to.map((day) => [day, week[from]])),
})

/** When the work is done, and by whom first. */
export const PeopleStep = ({ draft, onChange, me }: StepProps & { me: string }) => {
  const { person, week } = draft
  const set = (part: Partial<typeof person>) => onChange({ person: { ...person, ...part } })
  const setDay = (day: Weekday, blocks: Block[]) => onChange({ week: { ...week, [day]: blocks } })
  return (
    <>
      <fieldset className="fb-choices">
        <legend className="fb-label">Who does the work?</legend>
        <label className="fb-check">
          <input
            checked={person.kind === 'me'}
            name="person"
            onChange={() => set({ kind: 'me', name: person.name || me })}
            type="radio"
          />
          <span>I do</span>
        </label>
        <label className="fb-check">
          <input
            checked={person.kind === 'other'}
            name="person"
            onChange={() => set({ kind: 'other', name: person.name === me ? '' : person.name })}
            type="radio"
          />
          <span>Someone else</span>
        </label>
      </fieldset>
      <div className="fb-grid-2">
        <TextField
          autoComplete="name"
          label={person.kind === 'me' ? 'Your name' : 'Their name'}
          onText={(name) => set({ name })}
          value={person.name}
        />
        {person.kind === 'other' ? (
          <TextField
            hint="We’ll send a link to choose a password."
            label="Their email (optional)"
            onText={(email) => set({ email })}
            type="email"
            value={person.email}
          />
        ) : null}
      </div>
      <section aria-label="Working hours" className="fb-hours">
        <h3 className="fb-subhead">Working hours</h3>
        <ul className="fb-hours__days">
          {weekdays.map((day) => (
            <DayHours
              blocks={week[day]}
              key={day}
              name={weekdayNames[day]}
              onChange={(blocks) => setDay(day, blocks)}
              onCopyAll={() => onChange({ week: copied(week, day, weekdays) })}
              onCopyWorkdays={() => onChange({ week: copied(week, day, workdays) })}
              readOnly={false}
            />
          ))}
        </ul>
      </section>
    </>
  )
}
