'use client'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { Glyph } from './glyph.tsx'
import { type LiveState, liveState, watchLive } from './live-line.ts'
import { clockIn, zoneNameIn } from './zoned-time.ts'

const atFirst = (): LiveState => 'live'

/** Says that changes are not heard, since when, and that nothing need be done; else nothing. */
export const LiveNote = ({ zone }: { zone: string }) => {
  const state = useSyncExternalStore(watchLive, liveState, atFirst)
  const [since, setSince] = useState(0)
  useEffect(() => setSince(Date.now()), [state])
  return (
    <div className="fb-live-place" role="status">
      {state === 'interrupted' && since > 0 ? (
        <p className="fb-live-note">
          <Glyph name="warn" />
          <span>
            <strong>Offline.</strong> You see how things stood at {clockIn(since, zone)}{' '}
            {zoneNameIn(since, zone)}. The page goes on by itself once the server answers.
          </span>
        </p>
      ) : null}
    </div>
  )
}
