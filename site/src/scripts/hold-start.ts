import { heldTime, holdWords } from '../lib/hold-words.ts'

type Held = { id: string; start: string; timezone: string; expiresAt: string }
type Refused = { errors?: { code: string; message: string }[] }

/** Asked for again this long before it ends, once. */
const renewMs = 20_000
const patienceMs = 5_000
/** Arrow keys pass over times that nobody wants. */
const restMs = 250
const minuteMs = 60_000

const first = <Found extends Element>(root: ParentNode, selector: string) =>
  root.querySelector<Found>(selector)
const fieldOf = (form: HTMLFormElement) => first<HTMLInputElement>(form, 'input[name=hold]')
const chosenIn = (form: HTMLFormElement) =>
  first<HTMLInputElement>(form, 'input[name=start]:checked')?.value

const leftWords = (left: number) => {
  if (left <= 0) return ''
  return left > minuteMs ? `${Math.round(left / minuteMs)} min left` : 'less than a minute left'
}

/**
 * Keeps the chosen start while somebody types: takes it when it is chosen, moves it when another
 * is, asks once more before it ends, and gives it back when the page is left. `onLost` shows other
 * times where somebody was quicker. What fails is left to the booking, which is checked anyway.
 */
export function holdChosenStart(form: HTMLFormElement, onLost: () => Promise<void>) {
  let held: Held | null = null
  /** By the page's own clock, which nobody sets. */
  let deadline = 0
  let isRenewed = false
  let isPosted = false
  let queue = Promise.resolve()
  let underWay = 0
  let rest = 0

  const say = (words: string, { aloud = words, state = '' } = {}) => {
    const note = first<HTMLElement>(form, '[data-kept]')
    const place = note && first(note, '[data-kept-words]')
    if (!note || !place) return
    place.textContent = words
    note.hidden = words === ''
    note.dataset['state'] = state
    const live = first(form, '[data-announce]')
    if (aloud && live) live.textContent = aloud
  }
  const write = (next: Held | null) => {
    held = next
    const field = fieldOf(form)
    if (field) field.value = next?.id ?? ''
  }
  const show = (left: number) => {
    const place = first(form, '[data-kept-left]')
    const words = leftWords(left)
    if (place && place.textContent !== words) place.textContent = words
  }

  const take = async (again: boolean) => {
    const start = chosenIn(form)
    const field = fieldOf(form)
    if (isPosted || !start || !field?.dataset['keep'] || (held?.start === start && !again)) return
    const where = JSON.parse(field.dataset['keep']) as Record<string, string>
    const body = { ...where, start, ...(field.value && { hold: field.value }) }
    const response = await fetch(field.dataset['keepAt'] ?? '/api/app/holds', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patienceMs),
    })
    if (response.status === 204) return say('')
    const answer = (await response.json()) as Held & Refused
    if (response.ok) {
      const now = Date.parse(response.headers.get('date') ?? '') || Date.now()
      const isNew = answer.id !== held?.id
      deadline = performance.now() + Date.parse(answer.expiresAt) - now
      write(answer)
      const words = holdWords(answer)
      say(words, { aloud: isNew ? words : '' })
      show(deadline - performance.now())
      return
    }
    const [refusal] = answer.errors ?? []
    if (refusal?.code === 'slot-taken') await onLost()
    else say(refusal?.code === 'rate-limited' ? refusal.message : '')
  }
  const keep = (again = false) => {
    underWay += 1
    queue = queue
      .then(() => take(again))
      .catch(() => {
        if (!held) say('')
      })
      .finally(() => (underWay -= 1))
  }

  const lose = () => {
    if (!held) return
    const time = heldTime(held)
    // Its id stays in the form: where the server still keeps it, it is this visitor's.
    held = null
    show(0)
    const words = `We no longer keep ${time} for you. It may still be free: book it, or choose a time again.`
    say(words, { state: 'lost' })
  }

  /** Takes over what the server kept with the page. */
  const adopt = () => {
    isPosted = false
    isRenewed = false
    const note = first<HTMLElement>(form, '[data-kept]')
    const [id, start, seconds] = [fieldOf(form)?.value, chosenIn(form), note?.dataset['seconds']]
    held = null
    if (id && start && seconds) {
      deadline = performance.now() + Number(seconds) * 1000
      const { zone = 'UTC' } = note?.dataset ?? {}
      held = { id, start, timezone: zone, expiresAt: '' }
      show(deadline - performance.now())
    } else if (start && !note?.dataset['unkept']) keep()
  }

  setInterval(() => {
    if (!held || isPosted) return
    const left = deadline - performance.now()
    show(left)
    if (left <= 0) lose()
    else if (left <= renewMs && !isRenewed) {
      isRenewed = true
      keep(true)
    }
  }, 1000)

  form.addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.name !== 'start') return
    isRenewed = false
    clearTimeout(rest)
    rest = window.setTimeout(keep, restMs)
  })
  addEventListener('pagehide', () => {
    const id = fieldOf(form)?.value
    if (!id || isPosted) return
    void fetch(`/api/app/holds/${id}`, { method: 'DELETE', keepalive: true }).catch(() => undefined)
    write(null)
  })
  addEventListener('pageshow', ({ persisted }) => persisted && adopt())
  adopt()
  return {
    adopt,
    /** What is still being asked for; null where nothing is. */
    pending: () => {
      clearTimeout(rest)
      return underWay > 0 ? queue : null
    },
    /** The form goes to the server with what is kept. */
    post: () => {
      isPosted = true
    },
  }
}
