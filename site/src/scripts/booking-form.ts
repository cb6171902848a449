import { addViewerTimes } from './viewer-time.ts'

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
  form.replaceChildren(...fresh.childNodes)
  const aside = page.querySelector('.booking-aside')
  if (aside) document.querySelector('.booking-aside')?.replaceWith(aside)
  addViewerTimes(form)

  const same = [...form.querySelectorAll<HTMLButtonElement>('button[name=intent]')].find(
    ({ value, tabIndex }) => value === button.value && tabIndex >= 0,
  )
  const bad = form.querySelector<HTMLElement>('[aria-invalid="true"]')
  const heading = form.querySelector<HTMLElement>('#when')
  const next = bad ?? (button.value === 'times' ? heading : (same ?? heading))
  next?.focus()
  const day = form.querySelector('.slots')?.closest('fieldset')?.querySelector('legend')
  const count = form.querySelectorAll('.booking-step .slot').length
  const announce = form.querySelector('[data-announce]')
  if (announce && day) announce.textContent = `${day.textContent}: ${count} free times`
}

document.addEventListener('submit', (event) => {
  const { target, submitter } = event
  if (!(target instanceof HTMLFormElement) || target.id !== 'booking-form') return
  if (!(submitter instanceof HTMLButtonElement) || submitter.value === 'book') return
  event.preventDefault()
  turnPage(target, submitter).catch(() => {
    const intent = document.createElement('input')
    Object.assign(intent, { type: 'hidden', name: 'intent', value: submitter.value })
    target.append(intent)
    target.submit()
  })
})
