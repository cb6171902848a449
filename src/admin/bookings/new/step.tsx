'use client'
import { type ReactNode, useEffect, useRef } from 'react'
import { Glyph } from '../../ui/glyph.tsx'
import { firstControl } from './advance-on-enter.ts'
import { type StepKey, stepKeys, stepTitle } from './still-needed.ts'

type StepProps = {
  step: StepKey
  /** The one step that is open. */
  open: StepKey
  /** What was chosen in it, on one line. */
  line: string
  /** Whether all that the step asks is given. */
  isDone: boolean
  /** Whether the steps before it are done. */
  isReachable: boolean
  /** What is missing, shown once the reader wanted to go on without it. */
  missing: string
  aside?: ReactNode
  onOpen: (step: StepKey) => void
  onNext: () => void
  children: ReactNode
}

/** Puts the focus into a step when it opens, not when the page does. */
const useFocusOnOpen = (isOpen: boolean) => {
  const section = useRef<HTMLElement>(null)
  const wasOpen = useRef(isOpen)
  useEffect(() => {
    const isOpening = isOpen && !wasOpen.current
    wasOpen.current = isOpen
    const part = section.current
    if (!isOpening || !part) return
    const body = part.querySelector<HTMLElement>('.fb-card__body')
    const target = (body && firstControl(body)) ?? part.querySelector<HTMLElement>('h2')
    target?.focus()
    part.scrollIntoView({ block: 'nearest' })
  }, [isOpen])
  return section
}

const StepButtons = ({ step, onOpen, onNext }: Pick<StepProps, 'onNext' | 'onOpen' | 'step'>) => {
  const at = stepKeys.indexOf(step)
  const [before, after] = [stepKeys[at - 1], stepKeys[at + 1]]
  return (
    <div className="fb-row fb-step__foot">
      {before ? (
        <button className="fb-button" onClick={() => onOpen(before)} type="button">
          Back
        </button>
      ) : null}
      {after ? (
        <button
          className="fb-button fb-button--primary fb-step__next"
          onClick={onNext}
          type="button"
        >
          Next: {stepTitle(after)}
        </button>
      ) : null}
    </div>
  )
}

/** One of the four steps: open, or one line that opens it again with what was typed. */
export const Step = (props: StepProps) => {
  const { step, open, line, isDone, isReachable, missing, aside, onOpen, onNext } = props
  const isOpen = open === step
  const section = useFocusOnOpen(isOpen)
  const isFinished = isDone && isReachable && !isOpen
  const title = (
    <>
      <span className={`fb-step__number ${isFinished ? 'fb-step__number--done' : ''}`}>
        {isFinished ? <Glyph name="check" size={14} /> : stepKeys.indexOf(step) + 1}
      </span>{' '}
      {stepTitle(step)}
    </>
  )
  if (!isOpen)
    return (
      <section aria-labelledby={`step-${step}`} className="fb-card fb-step" ref={section}>
        <h2 id={`step-${step}`}>
          <button
            aria-expanded={false}
            className="fb-step__line"
            disabled={!isReachable}
            onClick={() => onOpen(step)}
            type="button"
          >
            <span className="fb-step__title">{title}</span>
            {isReachable && line ? <span className="fb-step__chosen">{line}</span> : null}
            {isFinished ? <span className="fb-step__change">Change</span> : null}
          </button>
        </h2>
      </section>
    )
  return (
    <section
      aria-labelledby={`step-${step}`}
      className={`fb-card fb-step fb-step--open fb-step--${step}`}
      ref={section}
    >
      <div className="fb-card__head">
        <h2 id={`step-${step}`} tabIndex={-1}>
          {title}
        </h2>
        {aside}
      </div>
      <div className="fb-card__body">
        {props.children}
        {missing ? (
          <p className="fb-notice fb-notice--warn" role="alert">
            Still needed here: {missing}.
          </p>
        ) : null}
        <StepButtons onNext={onNext} onOpen={onOpen} step={step} />
      </div>
    </section>
  )
}
