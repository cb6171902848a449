/** Characters that a password has at least, and at most. */
export const shortestPassword = 10
export const longestPassword = 200

/**
 * What the panel's form for a new account sends as its password: whoever makes an account chooses
 * none for it, and its owner gets an invitation.
 */
export const passwordByInvitation = 'chosen by invitation'

/** What lists of leaked passwords are full of, in letters alone; digits and signs add little. */
const common = new Set(
  `abcdefghij admin administrator asdfghjkl baseball basketball batman changeme chocolate computer
  default dragon fieldbook football freedom fuckyou guest hello helloworld iloveyou iloveu internet
  jordan killer letmein letmeinnow liverpool login loveyou manager master michael michelle monkey
  mustang mynoob nothing passphrase passport passw passwd password passwordpassword passwort
  princess qazwsx qazwsxedc qwerty qwertyqwerty qwertyuiop qwertz qwertzuiop secret shadow starwars
  summer sunshine superman superuser supersecret temp test testing testtest trustno unknown user
  welcome welcomeback whatever winter yourpassword zxcvbnm`.split(/\s+/),
)

const rows = ['01234567890123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm']
const runs = rows.flatMap((row) => [row, row.split('').reverse().join('')])

const letterFor: Record<string, string> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  $: 's',
  '@': 'a',
}

const lettersOf = (text: string) => text.replace(/[^\p{L}]/gu, '')
const spelledOut = (text: string) => text.replace(/[01345$@]/g, (sign) => letterFor[sign] ?? sign)

const isCommon = (text: string) =>
  [text, spelledOut(text.replace(/[^\p{L}]+$/u, ''))].some((each) => common.has(lettersOf(each)))

/** One to four signs over and over, or a run along the keyboard. */
const isPattern = (text: string) =>
  /^(.{1,4}?)\1+.{0,3}$/u.test(text) || runs.some((run) => run.includes(text))

const isAboutOwner = (text: string, owner: { email?: unknown; name?: unknown }) =>
  [owner.email, String(owner.email ?? '').split('@')[0], owner.name]
    .filter((known): known is string => typeof known === 'string' && known.length > 3)
    .some((known) => lettersOf(text) === lettersOf(known.toLowerCase()))

/**
 * Why the password is refused, as a sentence; null for one that is good enough. Length counts, not
 * the kinds of characters: only what is guessed first is refused (NIST SP 800-63B §5.1.1.2).
 */
export const passwordFault = (
  password: unknown,
  owner: { email?: unknown; name?: unknown } = {},
): string | null => {
  if (typeof password !== 'string' || password.length < shortestPassword) {
    return `Choose a password of at least ${shortestPassword} characters; a few words are easy to remember.`
  }
  if (password.length > longestPassword) {
    return `Choose a password of at most ${longestPassword} characters.`
  }
  const text = password.trim().toLowerCase()
  if (isAboutOwner(text, owner)) return 'Choose a password that is not your name or e-mail address.'
  if (isCommon(text) || isPattern(text)) {
    return 'This password is one of the first that is guessed. Choose a few words of your own.'
  }
  return null
}
