import { StoreError, type StoreErrorCode } from './store-error.ts'

export type KeyErrorCode = Extract<StoreErrorCode, `API_KEY_${string}`>

/** A key cannot be made, or revoked, as it is asked. The message is `expected`, `got`, and what to try. */
export class KeyError extends StoreError {
  declare readonly code: KeyErrorCode
  readonly expected: string
  readonly got: string

  constructor(code: KeyErrorCode, expected: string, got: string, advice: string) {
    super(code, `Expected ${expected}, got ${got}: ${advice}`)
    this.expected = expected
    this.got = got
  }
}

export const nameUnfit = (name: string) =>
  new KeyError(
    'API_KEY_NAME_UNFIT',
    'the name of a key to have 1 to 100 characters, without tabs, line breaks and other control characters, and without space around it',
    shown(name),
    'choose a name such as "city".',
  )

export const nameTaken = (name: string) =>
  new KeyError(
    'API_KEY_NAME_TAKEN',
    'a name that no key has or had',
    `"${name}"`,
    `choose another, such as "${name} 2".`,
  )

export const unknownDistrictOf = (code: string) =>
  new KeyError(
    'API_KEY_DISTRICT_UNKNOWN',
    'the code of a division of GB/T 2260, six digits',
    shown(code),
    'look it up with the query districts.',
  )

export const unknownAgencyOf = (agency: string) =>
  new KeyError(
    'API_KEY_AGENCY_UNKNOWN',
    'an agency that has reports in the hub',
    agency,
    'look it up with the query agencies; one that is new gets a key for its district.',
  )

export const expiryPast = (expiresAt: Date) =>
  new KeyError(
    'API_KEY_EXPIRY_PAST',
    'a key to expire in the future',
    Number.isNaN(expiresAt.valueOf()) ? 'no date' : expiresAt.toISOString(),
    'give a later date, or none.',
  )

/** The new key would do more than the one that makes it. */
export const moreThanOwn = (expected: string, got: string) =>
  new KeyError('API_KEY_EXCEEDS_OWN', expected, got, 'ask for less, or use a key that may do that much.')

export const unknownKey = (name: string) =>
  new KeyError('API_KEY_UNKNOWN', 'the name of a key in use', shown(name), 'list the keys to find it.')

// As JSON, so that what cannot be seen can be seen.
function shown(text: string): string {
  const characters = [...text]
  if (characters.length <= 100) return JSON.stringify(text)
  return `${JSON.stringify(`${characters.slice(0, 20).join('')}…`)} with ${characters.length} characters`
}
