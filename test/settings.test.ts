import { describe, expect, it } from 'vitest'
import { readSettings } from '../src/settings.ts'

const DATABASE_URL = 'postgres://hub:secret@primary/hub'
const DATABASE_REPLICA_URL = 'postgres://hub:secret@replica/hub'

describe('the address of a replica', () => {
  it('stands beside that of the database', () => {
    expect(readSettings({})).toMatchObject({ databaseUrl: null, databaseReplicaUrl: null })
    expect(readSettings({ DATABASE_URL, DATABASE_REPLICA_URL })).toMatchObject({
      databaseUrl: DATABASE_URL,
      databaseReplicaUrl: DATABASE_REPLICA_URL,
    })
  })

  it('is refused without one: the embedded PostgreSQL has no replica', () => {
    expect(() => readSettings({ DATABASE_REPLICA_URL })).toThrow(/^Expected DATABASE_URL beside DATABASE_REPLICA_URL/)
  })

  it('is not repeated when it is none: it may hold a password', () => {
    expect(() => readSettings({ DATABASE_URL, DATABASE_REPLICA_URL: 'hub:secret@replica' })).toThrow(
      'Expected DATABASE_REPLICA_URL to be an address such as postgres://user:password@host:5432/database, got something else.',
    )
  })
})
