'use client'
import { SelectField } from '../../ui/select-field.tsx'
import { teamWord } from '../../ui/team-word.ts'
import type { BoardLook } from './use-board-look.ts'

type Props = { look: BoardLook; choose: (change: Partial<BoardLook>) => void }

/** What the colours of visits mean: how each stands, or whose it is. */
export const ColourChoice = ({ look, choose }: Props) => (
  <SelectField
    choices={[
      { value: 'status', label: 'Status' },
      { value: 'person', label: teamWord().title },
    ]}
    label="Colour by"
    onChange={(event) => choose({ colour: event.target.value as BoardLook['colour'] })}
    value={look.colour}
  />
)
