'use client'

type WhyNotButtonsProps = {
  name: string
  isBusy: boolean
  onAsk: () => void
  /** Tries it all the same: the server says what stands in the way. */
  onTry?: () => void
}

/** What can be done about somebody who is not offered. */
export const WhyNotButtons = ({ name, isBusy, onAsk, onTry }: WhyNotButtonsProps) => (
  <span className="fb-row fb-person__ways">
    <button aria-label={`Why not ${name}?`} className="fb-ghost" onClick={onAsk} type="button">
      Why not?
    </button>
    {onTry ? (
      <button
        aria-label={`Try ${name} all the same`}
        className="fb-button fb-button--small"
        disabled={isBusy}
        onClick={onTry}
        type="button"
      >
        Try it
      </button>
    ) : null}
  </span>
)
