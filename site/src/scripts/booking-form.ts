import { holdChosenStart } from './hold-start.ts'
import { addViewerTimes } from './viewer-time.ts'

/** What is chosen on the page that comes, whatever was typed meanwhile. */
const ofThePage = new Set(['form', 'intent', 'start', 'hold', 'shownFor', 'week', 'day'])

/** Puts back what somebody typed while the answer was on its way. */
function keepTyped(form: HTMLFormElement, { sent, now }: { sent: FormData; now: FormData }) {
  for (const [name, value] of now) {
    const field = form.elements.namedItem(name)
    const isTyped = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
    if (!isTyped || ofThePage.has(name) || sent.get(name) === value) continue
    field.value = String(value)
  }
}

/**
 * Shows another day or week without a page load: posts the same form to the same page and takes the
 * form and the summary out of the answer. Whatever fails falls back to the plain form.
 */
async function turnPage(form: HTMLFormElement, button: HTMLButtonElement) {
  const data = new FormData(form, button)
  const response = await fetch(form.action, { method: 'POST', body: data })
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  const fresh = page.querySelector('#booking-form')
  if (!fresh) throw new Error('no form in the answer')
  const now = new FormData(form)
  form.replaceChildren(...fresh.childNodes)
  keepTyped(form, { sent: data, now })
  const aside = page.querySelector('.booking-aside')
  if (aside) document.querySelector('.booking-aside')?.replaceWith(aside)
  addViewerTimes(form)

  const same = [...form.querySelectorAll<HTMLButtonElement>('button[name=intent]')].find(
    ({ value, tabIndex }) => value === button.value && tabIndex >= 0,
  )
  const bad = form.querySelector<HTMLElement>('[data-focus-first], [aria-invalid="true"]')
  const heading = form.querySelector<HTMLElement>('#when')
  const next = bad ?? (button.value === 'times' ? heading : (same ?? heading))
  next?.focus()
  const day = form.querySelector('.slots')?.closest('fieldset')?.querySelector('legend')
  const count = form.querySelectorAll('.booking-step .slot').length
  const announce = form.querySelector('[data-announce]')
  if (announce && day && !bad) announce.textContent = `${day.textContent}: ${count} free times`
}

/** Buttons after which another page comes. */
const final = new Set(['book', 'move'])

const form = document.querySelector<HTMLFormElement>('#booking-form')
const plainly = (button: HTMLButtonElement) => {
  const intent = document.createElement('input')
  Object.assign(intent, { type: 'hidden', name: 'intent', value: button.value })
  form?.append(intent)
  form?.submit()
}

if (form) {
  const onLost = async () => {
    const again = form.querySelector<HTMLButtonElement>(
      'button[value=times], button.day[aria-pressed=true]',
    )
    if (!again) return
    await turnPage(form, again)
    kept.adopt()
  }
  const kept = holdChosenStart(form, onLost)
  form.addEventListener('submit', (event) => {
    const { submitter } = event
    const pending = kept.pending()
    if (pending) {
      // What is being kept goes along, or it would stand in the booking's own way.
      event.preventDefault()
      void pending.then(() => submitter?.isConnected && form.requestSubmit(submitter))
      return
    }
    if (!(submitter instanceof HTMLButtonElement) || final.has(submitter.value)) {
      return kept.post()
    }
    event.preventDefault()
    turnPage(form, submitter).then(kept.adopt, () => {
      kept.post()
      plainly(submitter)
    })
  })
}
