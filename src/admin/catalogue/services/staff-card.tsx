'use client'
import type { Named, PersonChoice } from './load-service.ts'
import type { CardProps } from './service-draft.ts'
import { listWords } from '../../../domain/words/list-words.ts'
import { teamWord } from '../../ui/team-word.ts'
import { panelLocale } from '../../ui/panel-locale.ts'

type StaffCardProps = CardProps & { people: PersonChoice[]; skills: Named[]; editable: boolean }

/** Who can do the service, chosen in place; says which skill somebody lacks for it. */
export const StaffCard = ({ draft, set, people, skills, editable }: StaffCardProps) => {
  const lacks = (person: PersonChoice) =>
    skills.filter(({ id }) => draft.skills.includes(id) && !person.skills.includes(id))
  const toggle = (id: string, isOn: boolean) =>
    set({ people: isOn ? [...draft.people, id] : draft.people.filter((one) => one !== id) })
  return (
    <fieldset aria-labelledby="staff-heading" className="fb-card fb-plain" disabled={!editable}>
      <div className="fb-card__head">
        <h2 id="staff-heading">Who can do it</h2>
        <span className="fb-muted">{draft.people.length || 'No one yet'}</span>
      </div>
      {people.length === 0 ? (
        <p className="fb-empty">Add {teamWord().indefinite} to the team first.</p>
      ) : null}
      <div className="fb-card__body">
        {people.map((person) => {
          const missing = lacks(person).map(({ name }) => name)
          const isChosen = draft.people.includes(person.id)
          return (
            <label className="fb-check" key={person.id}>
              <input
                checked={isChosen}
                onChange={(event) => toggle(person.id, event.target.checked)}
                type="checkbox"
              />
              <span>
                {person.name}
                {missing.length > 0 ? (
                  <span className={`fb-block ${isChosen ? 'fb-error' : 'fb-hint'}`}>
                    Lacks {listWords(missing, panelLocale())}
                  </span>
                ) : null}
              </span>
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}
