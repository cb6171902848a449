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

type State = {
  held: Held | null
  /** When the hold ends, by the page's own clock, which nobody sets. */
  deadline: number
  isRenewed: boolean
  isPosted: boolean
}

/** The note beside the times: what is held, and for how long still. */
const noteOf = (form: HTMLFormElement) => ({
  say: (words: string, { aloud = words, state = '' } = {}) => {
    const note = first<HTMLElement>(form, '[data-kept]')
    const place = note && first(note, '[data-kept-words]')
    if (!note || !place) return
    place.textContent = words
    note.hidden = words === ''
    note.dataset['state'] = state
    const live = first(form, '[data-announce]')
    if (aloud && live) live.textContent = aloud
  },
  showLeft: (left: number) => {
    const place = first(form, '[data-kept-left]')
    const words = leftWords(left)
    if (place && place.textContent !== words) place.textContent = words
  },
})

type Note = ReturnType<typeof noteOf>

/** Asks the server for a hold in place of the one in `field`. Null where none is given. */
const requestHold = async (
  field: HTMLInputElement,
  start: string,
): Promise<{ held: Held; deadline: number } | Refused | null> => {
  const where = JSON.parse(field.dataset['keep'] ?? '{}') as Record<string, string>
  const body = { ...where, start, ...(field.value && { hold: field.value }) }
  const response = await fetch(field.dataset['keepAt'] ?? '/api/app/holds', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(patienceMs),
  })
  if (response.status === 204) return null
  const answer = (await response.json()) as Held & Refused
  if (!response.ok) return { errors: answer.errors ?? [] }
  const now = Date.parse(response.headers.get('date') ?? '') || Date.now()
  return { held: answer, deadline: performance.now() + Date.parse(answer.expiresAt) - now }
}

type Page = { form: HTMLFormElement; note: Note; state: State; onLost: () => Promise<void> }

const write = ({ form, state }: Page, held: Held | null) => {
  state.held = held
  const field = fieldOf(form)
  if (field) field.value = held?.id ?? ''
}

/** Takes the chosen start, unless it is held already and not asked for `again`. */
const take = async (page: Page, again: boolean) => {
  const { form, note, state, onLost } = page
  const start = chosenIn(form)
  const field = fieldOf(form)
  const isHeld = state.held?.start === start && !again
  if (state.isPosted || !start || !field?.dataset['keep'] || isHeld) return
  const answer = await requestHold(field, start)
  if (!answer) return note.say('')
  if ('held' in answer) {
    const isNew = answer.held.id !== state.held?.id
    state.deadline = answer.deadline
    write(page, answer.held)
    const words = holdWords(answer.held)
    note.say(words, { aloud: isNew ? words : '' })
    return note.showLeft(state.deadline - performance.now())
  }
  const [refusal] = answer.errors ?? []
  if (refusal?.code === 'slot-taken') await onLost()
  else note.say(refusal?.code === 'rate-limited' ? refusal.message : '')
}

const lose = ({ note, state }: Page) => {
  if (!state.held) return
  const time = heldTime(state.held)
  // Its id stays in the form: where the server still keeps it, it is this visitor's.
  state.held = null
  note.showLeft(0)
  const words = `We no longer keep ${time} for you. It may still be free: book it, or choose a time again.`
  note.say(words, { state: 'lost' })
}

/** One request after another; what fails is left to the booking. */
const oneAtATime = (page: Page) => {
  let queue = Promise.resolve()
  let underWay = 0
  return {
    keep: (again = false) => {
      underWay += 1
      queue = queue
        .then(() => take(page, again))
        .catch(() => {
          if (!page.state.held) page.note.say('')
        })
        .finally(() => (underWay -= 1))
    },
    pending: () => (underWay > 0 ? queue : null),
  }
}

/** Takes over what the server held with the page. */
const adopt = ({ form, note: { showLeft }, state }: Page, keep: () => void) => {
  Object.assign(state, { isPosted: false, isRenewed: false, held: null })
  const note = first<HTMLElement>(form, '[data-kept]')
  const [id, start, seconds] = [fieldOf(form)?.value, chosenIn(form), note?.dataset['seconds']]
  if (id && start && seconds) {
    state.deadline = performance.now() + Number(seconds) * 1000
    const { zone = 'UTC' } = note?.dataset ?? {}
    state.held = { id, start, timezone: zone, expiresAt: '' }
    showLeft(state.deadline - performance.now())
  } else if (start && !note?.dataset['unkept']) keep()
}

/** Shows how long is left; asks once more before the hold ends, and says when it has. */
const countDown = (page: Page, renew: () => void) => {
  const { note, state } = page
  if (!state.held || state.isPosted) return
  const left = state.deadline - performance.now()
  note.showLeft(left)
  if (left <= 0) lose(page)
  else if (left <= renewMs && !state.isRenewed) {
    state.isRenewed = true
    renew()
  }
}

/** Gives the hold back when the page is left. */
const giveBack = (page: Page) => {
  const id = fieldOf(page.form)?.value
  if (!id || page.state.isPosted) return
  void fetch(`/api/app/holds/${id}`, { method: 'DELETE', keepalive: true }).catch(() => undefined)
  write(page, null)
}

/**
 * Keeps the chosen start while somebody types: takes it when it is chosen, moves it when another
 * is, asks once more before it ends, and gives it back when the page is left. `onLost` shows other
 * times where somebody was quicker. What fails is left to the booking, which is checked anyway.
 */
export function holdChosenStart(form: HTMLFormElement, onLost: () => Promise<void>) {
  const state: State = { held: null, deadline: 0, isRenewed: false, isPosted: false }
  const page: Page = { form, note: noteOf(form), state, onLost }
  const { keep, pending } = oneAtATime(page)
  const adoptPage = () => adopt(page, keep)
  let rest = 0

  setInterval(() => countDown(page, () => keep(true)), 1000)
  form.addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.name !== 'start') return
    state.isRenewed = false
    clearTimeout(rest)
    rest = window.setTimeout(keep, restMs)
  })
  addEventListener('pagehide', () => giveBack(page))
  addEventListener('pageshow', ({ persisted }) => persisted && adoptPage())
  adoptPage()
  return {
    adopt: adoptPage,
    /** What is still being asked for; null where nothing is. */
    pending: () => {
      clearTimeout(rest)
      return pending()
    },
    /** The form goes to the server with what is kept. */
    post: () => {
      state.isPosted = true
    },
  }
}
