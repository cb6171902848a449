'use client'
import { useState } from 'react'
import type { FinderAnswer } from '../../../contracts/scheduling/finder.ts'
import { NotOffered } from '../../scheduling/finder/not-offered.tsx'
import { personFacts } from '../../scheduling/finder/person-facts.ts'
import { WhyNotButtons } from '../../scheduling/finder/why-not-buttons.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Glyph } from '../../ui/glyph.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { useAnswer } from '../../ui/use-answer.ts'
import { When } from '../../ui/when.tsx'
import { WhyNotDialog } from '../../scheduling/why-not-dialog.tsx'
import { AssignAnyway } from './assign-anyway.tsx'
import { MethodChoice, methodIn } from '../new/method-choice.tsx'
import { overrideIn } from './override-in.ts'
import type { VisitView } from '../page/booking-view.ts'
import type { PlaceQuery } from '../new/people-query.ts'
import type { Assigned } from '../bulk/bulk-work.ts'
import { useCommand } from '../use-command.ts'
import { teamWord } from '../../ui/team-word.ts'

type Named = { id: string; name: string }

type AssignDialogProps = { visit: VisitView; place: PlaceQuery; onClose: () => void }

/** What became of an assignment: a mere offer has to be accepted first. */
const assignedWords = (answer: unknown, name: string | undefined): string => {
  if (!name) return `Left without ${teamWord().indefinite}.`
  const { acceptance } = (answer as Partial<Assigned>).appointment ?? {}
  return acceptance === 'pending' ? `Offer sent to ${name}.` : `Assigned to ${name}.`
}

/** Find & assign: who can take the visit, and why the others cannot. */
export const AssignDialog = ({ visit, place, onClose }: AssignDialogProps) => {
  const { run, busy, errors } = useCommand()
  const [method, setMethod] = useState('inherit')
  const [wanted, setWanted] = useState<Named>()
  const [asked, setAsked] = useState<Named>()
  const override = overrideIn(errors)
  const path = `/api/app/finder?appointment=${visit.id}`
  const { answer, errors: failed } = useAnswer<FinderAnswer>(path)

  const assign = async (person: Named | undefined, anyway: object = {}) => {
    setWanted(person)
    const body = {
      fieldworker: person?.id ?? null,
      ...methodIn(method),
      ...anyway,
    }
    const success = (answer: unknown) => assignedWords(answer, person?.name)
    if (await run({ path: `/api/appointments/${visit.id}/assign`, body, success })) onClose()
  }

  const others = (answer?.people ?? []).filter((person) => person.id !== visit.fieldworker?.id)
  const free = others.filter((person) => person.free)
  const busyOnes = others.filter((person) => !person.free)

  return (
    <Dialog onClose={onClose} open shape="side" title={`Assign ${visit.service}`}>
      <div className="fb-dialog__body">
        <p>
          <When end={visit.end} start={visit.start} zone={visit.timezone} />
        </p>
        <RefusalNote errors={[...failed, ...errors]} />
        {override && wanted ? (
          <AssignAnyway
            isBusy={busy}
            label={`Assign ${wanted.name} anyway`}
            onAnyway={(reason) => void assign(wanted, { override: true, reason })}
            override={override}
          />
        ) : null}
        <MethodChoice onChange={setMethod} value={method} />
        <h3 className="fb-subhead">Can take it</h3>
        <ul className="fb-people">
          {free.map((person) => (
            <li className="fb-person" key={person.id}>
              <span>
                <strong>{person.name}</strong>
                <span className="fb-hint">{personFacts(person)}</span>
              </span>
              <button
                aria-label={`Assign to ${person.name}`}
                className="fb-button fb-button--primary"
                disabled={busy}
                onClick={() => void assign(person)}
                type="button"
              >
                Assign
              </button>
            </li>
          ))}
        </ul>
        {answer || failed.length > 0 ? null : (
          <p className="fb-hint">Looking for who is free then …</p>
        )}
        {answer && free.length === 0 ? (
          <p className="fb-muted">No one else is free and qualified at this time.</p>
        ) : null}
        {busyOnes.length > 0 ? (
          <details className="fb-details" open={free.length === 0}>
            <summary>Qualified but unavailable ({busyOnes.length})</summary>
            <ul className="fb-people">
              {busyOnes.map((person) => (
                <li className="fb-person fb-person--off" key={person.id}>
                  <span>
                    <strong>{person.name}</strong>
                    <span className="fb-hint">{personFacts(person)}</span>
                  </span>
                  <WhyNotButtons
                    isBusy={busy}
                    name={person.name}
                    onAsk={() => setAsked(person)}
                    onTry={() => void assign(person)}
                  />
                </li>
              ))}
            </ul>
          </details>
        ) : null}
        <NotOffered isBusy={busy} onAsk={setAsked} others={answer?.others ?? []} />
        {visit.fieldworker ? (
          <button
            className="fb-button fb-button--danger"
            disabled={busy}
            onClick={() => void assign(undefined)}
            type="button"
          >
            <Glyph name="personOff" /> Take {visit.fieldworker.name} off this visit
          </button>
        ) : null}
      </div>
      {asked ? (
        <WhyNotDialog
          except={visit.id}
          fieldworker={asked}
          onClose={() => setAsked(undefined)}
          onPerson={(person) => void assign(person)}
          place={place}
          service={visit.serviceId}
          start={visit.start}
          zone={visit.timezone}
        />
      ) : null}
    </Dialog>
  )
}
