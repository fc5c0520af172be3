import type { KeyError, KeyErrorCode } from '../../store/key-error.ts'
import { builder } from '../builder.ts'
import { UserError } from './user-error.ts'

export type ToldKeyError = Pick<KeyError, 'code' | 'message' | 'expected' | 'got'>

const plainError = (name: string, description: string) =>
  builder.objectRef<ToldKeyError>(name).implement({ description, interfaces: [UserError] })

/** The type of each error about keys, by its code. A code without a type does not compile. */
export const KEY_ERRORS = {
  API_KEY_NAME_UNFIT: plainError('ApiKeyNameUnfitError', 'A key cannot have this name.'),
  API_KEY_NAME_TAKEN: plainError(
    'ApiKeyNameTakenError',
    'A key has, or had, this name: a name stands for one key in whatever it has left behind.',
  ),
  API_KEY_DISTRICT_UNKNOWN: plainError(
    'ApiKeyDistrictUnknownError',
    'A district that the key is to be limited to is none of GB/T 2260.',
  ),
  API_KEY_AGENCY_UNKNOWN: plainError(
    'ApiKeyAgencyUnknownError',
    'An agency that the key is to be limited to is not there.',
  ),
  API_KEY_EXPIRY_PAST: plainError('ApiKeyExpiryPastError', 'The key would have expired before it was made.'),
  API_KEY_EXCEEDS_OWN: plainError(
    'ApiKeyExceedsOwnError',
    'The new key would do more than the key that makes it: another scope, other districts or agencies, or longer.',
  ),
  API_KEY_UNKNOWN: plainError('ApiKeyUnknownError', 'No key of that name is in use, within the limits of your own.'),
} as const satisfies Record<KeyErrorCode, unknown>
