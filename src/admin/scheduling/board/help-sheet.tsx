'use client'
import { useState } from 'react'
import { Dialog } from '../../ui/dialog.tsx'
import { isOn, type SwitchName, turnSwitch } from '../../ui/switches.ts'

const keys: [string, string][] = [
  ['Tab', 'Next visit; Enter opens it'],
  ['Alt + ↑ ↓', 'Move to another person'],
  ['Alt + ← →', 'Carry it by 15 minutes; in the week by a day'],
  ['Alt + Shift + ← →', 'Carry it by an hour'],
  ['Alt + Shift + ↑ ↓', 'Shorten or extend by 15 minutes'],
  ['Alt + PgUp, PgDn', 'Let it start 15 minutes earlier or later'],
  ['Enter, Escape', 'Save where it is carried, or leave it'],
  ['A', 'Find and assign someone'],
  ['Ctrl + Z', 'Take the last move back'],
  ['← →', 'Day or week before, after'],
  ['T', 'Today'],
  ['N', 'New booking'],
  ['1 – 8', 'Bookings by what they need: Upcoming to Declined'],
  ['/', 'Find a visit on the board'],
  ['?', 'This sheet'],
]

const Switch = ({ name, label }: { name: SwitchName; label: string }) => {
  const [on, setOn] = useState(() => isOn(name))
  return (
    <label className="fb-check">
      <input
        checked={on}
        onChange={(event) => {
          turnSwitch(name, event.target.checked)
          setOn(event.target.checked)
        }}
        type="checkbox"
      />
      <span>{label}</span>
    </label>
  )
}

/** All keys of the board, and what this browser can turn off: single letters, and news. */
export const HelpSheet = ({ onClose }: { onClose: () => void }) => (
  <Dialog onClose={onClose} open title="Keyboard shortcuts">
    <div className="fb-dialog__body">
      <dl className="fb-keys">
        {keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <Switch label="Single-letter keys are on" name="keys" />
      <Switch label="Show live updates on every page" name="news" />
    </div>
  </Dialog>
)
