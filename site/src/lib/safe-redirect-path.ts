/** A path of this site to go on to; anything that could lead elsewhere becomes the fallback. */
export const safeRedirectPath = (wanted: string | null | undefined, fallback: string): string =>
  wanted && /^\/(?![/\\])[\w\-/?=&.%]*$/.test(wanted) ? wanted : fallback
