import { bookVisit } from './book-visit.ts'

/** The host that this very file came from: the only one the widget ever talks to. */
const hostOf = (): string => {
  const script =
    document.currentScript ?? document.querySelector<HTMLScriptElement>('script[src$="/widget.js"]')
  return new URL((script as HTMLScriptElement | null)?.src ?? location.href).origin
}

if (!customElements.get('book-visit')) customElements.define('book-visit', bookVisit(hostOf()))
