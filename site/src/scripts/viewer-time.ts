import { viewerZone, weekdayClockWords } from '../../../src/domain/words/day-words.ts'
import { siteLocale } from '../lib/site-locale.ts'

/** Adds the reader's own clock behind a time of the job site, where the two differ. */
export function addViewerTimes(root: ParentNode) {
  const own = viewerZone()
  for (const time of root.querySelectorAll<HTMLTimeElement>('time[data-zone]')) {
    const at = new Date(time.dateTime)
    const clock = (of: string) => weekdayClockWords(at, { zone: of, locale: siteLocale() })
    const { zone } = time.dataset
    if (!zone || clock(zone) === clock(own)) continue
    const note = document.createElement('span')
    note.className = 'soft small'
    note.textContent = ` (${clock(own)} your time)`
    time.append(note)
    delete time.dataset['zone']
  }
}
addViewerTimes(document)
