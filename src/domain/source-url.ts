/** The longest address of a source, in UTF-16 code units: more than browsers and proxies agree on. */
export const LONGEST_SOURCE_URL = 2_000

/** What the address of a source is, for messages. */
export const SOURCE_URL = `an address that begins with http:// or https://, names a host and no user, and has at most ${LONGEST_SOURCE_URL} characters`

/** Whether a text can be the address at which a document was published. Nobody is ever asked for what is there. */
export function isSourceUrl(text: string): boolean {
  // What reads addresses drops spaces and controls without a word.
  if (text.length > LONGEST_SOURCE_URL || /[\s\p{Cc}]/u.test(text) || !text.isWellFormed()) return false
  if (!/^https?:\/\/[^/]/i.test(text) || !URL.canParse(text)) return false
  const { hostname, username, password } = new URL(text)
  return hostname !== '' && username === '' && password === ''
}
