/** Adds the reader's own clock behind a time of the job site, where the two differ. */
export function addViewerTimes(root: ParentNode) {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  for (const time of root.querySelectorAll<HTMLTimeElement>('time[data-zone]')) {
    const at = new Date(time.dateTime)
    const clock = (timeZone: string) =>
      new Intl.DateTimeFormat('en-AU', {
        timeZone,
        weekday: 'short',
        hour: 'numeric',
        minute: '2-digit',
        hour12: true,
      }).format(at)
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
