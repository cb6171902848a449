import type { BookingResult } from './use-bulk.ts'

/** How it went booking by booking, for whoever wants to know: many have left the list by then. */
export const BulkResults = ({ results }: { results: BookingResult[] }) => (
  <details className="fb-details">
    <summary>Results</summary>
    <ul className="fb-bulk__told">
      {results.map(({ id, number, ok, words }) => (
        <li className={`fb-result--${ok}`} key={id}>
          <strong>{number}</strong> {words}
        </li>
      ))}
    </ul>
  </details>
)
