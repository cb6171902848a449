import { createApi } from './api.ts'
import { createWidgetStore, type WidgetStore } from './widget-store.ts'
import { keepingView } from './details-view.ts'
import { formatsFor, localeFor } from './formats.ts'
import { frameView } from './frame-view.ts'
import { h } from './h.ts'
import type { View } from './widget-context.ts'
import type { Attributes } from './state.ts'
import css from './styles.css?inline'

/**
 * `<book-visit service location mode lang theme>`: books a visit from any page of any host. What
 * stands inside is shown where there is no script. Fires `booked` with `number` and `start`.
 */
export const bookVisit = (host: string): typeof HTMLElement =>
  class BookVisit extends HTMLElement {
    static readonly observedAttributes = ['service', 'location', 'mode', 'lang']
    #shadow = this.attachShadow({ mode: 'open' })
    #room = h('div', { class: 'frame', part: 'frame', lang: 'en' })
    #said = h('p', { class: 'vh', role: 'status' })
    #store: WidgetStore | null = null
    /** Whether anybody has been in here: until then the focus is left where the page has it. */
    #isUsed = false

    connectedCallback(): void {
      if (this.#store) return
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(css)
      this.#shadow.adoptedStyleSheets = [sheet]
      this.#shadow.replaceChildren(this.#room, this.#said)
      this.#room.addEventListener('focusin', () => {
        this.#isUsed = true
      })
      addEventListener('pagehide', this.#leave)
      this.#open()
    }

    disconnectedCallback(): void {
      // An element that is only moved within its page is back at once.
      queueMicrotask(() => {
        if (this.isConnected) return
        removeEventListener('pagehide', this.#leave)
        this.#leave()
        this.#store = null
      })
    }

    attributeChangedCallback(_name: string, before: string | null, now: string | null): void {
      if (!this.#store || before === now) return
      this.#leave()
      this.#open()
    }

    #leave = (): void => {
      this.#store?.release()
    }

    #attributes(): Attributes {
      const mode = this.getAttribute('mode')
      return {
        service: this.getAttribute('service'),
        location: this.getAttribute('location'),
        mode: mode === 'instant' || mode === 'request' ? mode : null,
      }
    }

    #open(): void {
      const store = createWidgetStore(createApi(host), {
        attributes: this.#attributes(),
        view: this.#view,
      })
      this.#store = store
      void store.load()
    }

    #shown() {
      const wanted = this.getAttribute('lang') ?? document.documentElement.lang
      const locale = localeFor(wanted, this.#store?.state.company?.locale ?? '')
      return { formats: formatsFor(locale), host }
    }

    #view: View = {
      show: (move) => {
        if (!this.#store) return
        const focused = this.#shadow.activeElement?.id
        this.#room.replaceChildren()
        this.#room.append(frameView(this.#store, this.#shown()) as Node)
        const next =
          move && this.#isUsed
            ? this.#target(move)
            : focused && this.#shadow.getElementById(focused)
        if (next) next.focus()
      },
      showKeeping: () => {
        const place = this.#shadow.getElementById('keeping')
        if (!this.#store || !place) return
        place.replaceChildren(
          h('div', { class: 'row' }, keepingView(this.#store, this.#shown().formats)),
        )
        this.#view.say(this.#store.state.keeping === 'kept' ? '' : (place.textContent ?? ''))
      },
      say: (text) => {
        this.#said.textContent = text
      },
      booked: (detail) => {
        const options = { bubbles: true, composed: true, detail }
        this.dispatchEvent(new CustomEvent('booked', options))
      },
    }

    /** Where the eyes should go: the first refused field, or what is said, or the heading. */
    #target(move: 'heading' | 'error'): HTMLElement | null {
      const refused = '[aria-invalid=true], [data-refused], #notice'
      const found = move === 'error' ? this.#shadow.querySelector<HTMLElement>(refused) : null
      return found ?? this.#shadow.getElementById('heading')
    }
  }
