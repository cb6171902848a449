import type { RequestHandler } from 'express'
import helmet from 'helmet'

const shared = {
  crossOriginEmbedderPolicy: false,
  referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
} as const

const own = ["'self'"]
const site = {
  defaultSrc: own,
  imgSrc: [...own, 'data:'],
  objectSrc: ["'none'"],
  baseUri: own,
  formAction: own,
  frameAncestors: own,
}
// The panel's framework writes its start-up data into the page as inline scripts and styles.
const panel = {
  ...site,
  scriptSrc: [...own, "'unsafe-inline'"],
  styleSrc: [...own, "'unsafe-inline'"],
  imgSrc: [...own, 'data:', 'blob:'],
  frameAncestors: ["'none'"],
}

/** Security headers: nothing from elsewhere, and encryption demanded where the site has it. */
export const securityHeaders = ({
  isHttps,
  isDev,
  tileUrl,
}: {
  isHttps: boolean
  isDev: boolean
  /** Where the panel's maps get their pictures, if anywhere. */
  tileUrl?: string | undefined
}): RequestHandler => {
  const make = (directives: Record<string, string[]>) =>
    helmet({
      ...shared,
      strictTransportSecurity: isHttps,
      contentSecurityPolicy: !isDev && {
        useDefaults: false,
        directives: { ...directives, ...(isHttps && { upgradeInsecureRequests: [] }) },
      },
    })
  const imgSrc = [...panel.imgSrc, ...(tileUrl ? [new URL(tileUrl).origin] : [])]
  const [forSite, forPanel] = [make(site), make({ ...panel, imgSrc })]
  return (req, res, next) =>
    req.path.startsWith('/admin') ? forPanel(req, res, next) : forSite(req, res, next)
}
