'use client'
import { useState } from 'react'
import { Dialog } from '../../ui/dialog.tsx'
import { areKeysOn, keysSwitch } from './use-board-keys.ts'

const keys: [string, string][] = [
  ['Tab', 'Next visit; Enter opens it'],
  ['Alt + ↑ ↓', 'Carry the visit to another person'],
  ['Alt + ← →', 'Carry it by 15 minutes; in the week by a day'],
  ['Alt + Shift + ← →', 'Carry it by an hour'],
  ['Enter, Escape', 'Save where it is carried, or leave it'],
  ['A', 'Find and assign somebody'],
  ['Ctrl + Z', 'Take the last move back'],
  ['← →', 'Day or week before, after'],
  ['T', 'Today'],
  ['N', 'New booking'],
  ['/', 'Find a visit on the board'],
  ['?', 'This sheet'],
]

/** All keys of the board, and the switch that turns single letters off. */
export const HelpSheet = ({ onClose }: { onClose: () => void }) => {
  const [isOn, setOn] = useState(areKeysOn)
  const turn = (on: boolean) => {
    window.localStorage.setItem(keysSwitch, on ? 'on' : 'off')
    setOn(on)
  }
  return (
    <Dialog onClose={onClose} open title="Keys of the board">
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
        <label className="fb-check">
          <input checked={isOn} onChange={(event) => turn(event.target.checked)} type="checkbox" />
          <span>Single-letter keys are on</span>
        </label>
      </div>
    </Dialog>
  )
}
