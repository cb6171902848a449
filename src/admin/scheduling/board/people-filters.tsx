'use client'
import type { ReactNode } from 'react'
import type { BoardPerson } from '../../../contracts/scheduling/board.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { teamWord } from '../../ui/team-word.ts'
import { filterChoices, type PeopleFilter } from './people-filter.ts'

type PeopleFiltersProps = {
  people: readonly BoardPerson[]
  filter: PeopleFilter
  shown: number
  onFilter: (part: Partial<PeopleFilter>) => void
  /** What else is chosen here. */
  children: ReactNode
}

const choicesOf = (names: string[], chosen: string) =>
  [...new Set([...names, ...(chosen ? [chosen] : [])])].map((value) => ({ value, label: value }))

/** Rows of those alone who have a skill or work in an area, and how visits are coloured. */
export const PeopleFilters = (props: PeopleFiltersProps) => {
  const { people, filter, shown, onFilter, children } = props
  const { skills, areas } = filterChoices(people)
  const isOn = filter.skill !== '' || filter.area !== ''
  return (
    <details className="fb-details--filter">
      <summary className="fb-button">
        <Glyph name="people" /> {isOn ? `${shown} of ${people.length}` : 'Filter'}
        <span className="fb-sr"> {teamWord().many}</span>
      </summary>
      <div>
        <SelectField
          choices={choicesOf(skills, filter.skill)}
          label="Skill"
          none="All skills"
          onChange={(event) => onFilter({ skill: event.target.value })}
          value={filter.skill}
        />
        <SelectField
          choices={choicesOf(areas, filter.area)}
          label="Area"
          none="All areas"
          onChange={(event) => onFilter({ area: event.target.value })}
          value={filter.area}
        />
        {children}
      </div>
    </details>
  )
}
