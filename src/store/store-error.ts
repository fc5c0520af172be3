/** What stands against a command. Every one is the operator's to mend, so the message is one sentence that says how. */
export type StoreErrorCode =
  | 'DATABASE_UNREACHABLE'
  | 'DATABASE_UNSUITABLE'
  | 'DATABASE_NEWER'
  | 'MIGRATION_EDITED'
  | 'MIGRATION_FAILED'
  | 'DATA_FOLDER_NOT_WRITABLE'
  | 'DATA_FOLDER_IN_USE'
  | 'DATA_FOLDER_FOREIGN'
  | 'POSTGRES_UNAVAILABLE'
  | 'API_KEY_NAME_UNFIT'
  | 'API_KEY_NAME_TAKEN'
  | 'BACKUP_EXISTS'
  | 'BACKUP_NOT_WRITTEN'
  | 'BACKUP_FAILED'
  | 'BACKUP_UNREADABLE'
  | 'BACKUP_DAMAGED'
  | 'BACKUP_NEWER'
  | 'BACKUP_UNFIT'
  | 'STORE_NOT_EMPTY'
  | 'RESTORE_FAILED'
  | 'API_KEY_DISTRICT_UNKNOWN'
  | 'API_KEY_AGENCY_UNKNOWN'
  | 'API_KEY_EXPIRY_PAST'
  | 'API_KEY_EXCEEDS_OWN'
  | 'API_KEY_UNKNOWN'

/** The store cannot do what the operator wants of it. */
export class StoreError extends Error {
  readonly code: StoreErrorCode

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StoreError'
    this.code = code
  }
}
