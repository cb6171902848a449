import type { ReactNode } from 'react'

type StepProps = { number: number; title: string; aside?: ReactNode; children: ReactNode }

/** One numbered part of the phone form. */
export const Step = ({ number, title, aside, children }: StepProps) => (
  <section aria-labelledby={`step-${number}`} className="fb-card">
    <div className="fb-card__head">
      <h2 id={`step-${number}`}>
        <span className="fb-step__number">{number}</span> {title}
      </h2>
      {aside}
    </div>
    <div className="fb-card__body">{children}</div>
  </section>
)
