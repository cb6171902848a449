const Mark = ({ size }: { size: number }) => (
  <svg aria-hidden="true" fill="none" height={size} viewBox="0 0 32 32" width={size}>
    <rect className="fb-mark__page" height="28" rx="8" width="28" x="2" y="2" />
    <path className="fb-mark__line" d="M9 11h14M9 16h6" />
    <path className="fb-mark__tick" d="m13.5 21 3 3 7-8" />
  </svg>
)

/** The wordmark, on the sign-in page. */
export const Logo = () => (
  <span className="fb-logo">
    <Mark size={40} />
    <span>Fieldbook</span>
  </span>
)

/** The mark alone, in the step navigation. */
export const Icon = () => (
  <span className="fb-icon" title="Fieldbook">
    <Mark size={22} />
    <span className="fb-sr">Fieldbook home</span>
  </span>
)
