import { createHash } from 'node:crypto'
import { Transform, type TransformCallback } from 'node:stream'
import pg from 'pg'
import type { Table } from './catalogue.ts'
import type { TableContent } from './manifest.ts'

/** A statement that gives the rows of a table in text format, the same bytes for the same rows whichever database has them. */
export function copyOut({ relation, columns, order }: Table): string {
  const selected = columns.map(({ name }) => pg.escapeIdentifier(name)).join(', ')
  return `COPY (SELECT ${selected} FROM ${relation}${order === '' ? '' : ` ORDER BY ${order}`}) TO STDOUT`
}

/** A statement that takes them. */
export function copyIn({ relation }: Table, { columns }: Pick<TableContent, 'columns'>): string {
  return `COPY ${relation} (${columns.map(({ name }) => pg.escapeIdentifier(name)).join(', ')}) FROM STDIN`
}

/**
 * Sets, until the end of the transaction, what the text of values depends on, and that no limit of the role or the database ends
 * what takes its time. A server does not know the limits of later versions, so only those that it has are set.
 */
export async function setForContent(client: pg.ClientBase): Promise<void> {
  await client.query(
    `SELECT set_config(name, value, true) FROM json_each_text($1) AS given (name, value) WHERE name IN (SELECT name FROM pg_settings)`,
    [JSON.stringify(CONTENT_SETTINGS)],
  )
}

const CONTENT_SETTINGS = {
  client_encoding: 'UTF8',
  DateStyle: 'ISO, YMD',
  IntervalStyle: 'iso_8601',
  TimeZone: 'UTC',
  extra_float_digits: '1',
  bytea_output: 'hex',
  lc_monetary: 'C',
  // Rows that a policy hides would be missing without a word: this makes it an error.
  row_security: 'off',
  statement_timeout: '0',
  lock_timeout: '0',
  idle_in_transaction_session_timeout: '0',
  transaction_timeout: '0',
}

/** What goes through, counted: content in the text format of COPY, in which a line break ends a row and stands nowhere else. */
export class ContentDigest extends Transform {
  readonly #hash = createHash('sha256')
  #rows = 0
  #bytes = 0

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#hash.update(chunk)
    this.#bytes += chunk.length
    for (let at = chunk.indexOf(LINE_BREAK); at >= 0; at = chunk.indexOf(LINE_BREAK, at + 1)) this.#rows += 1
    done(null, chunk)
  }

  /** Once everything has gone through. */
  result(): Pick<TableContent, 'rows' | 'bytes' | 'sha256'> {
    return { rows: this.#rows, bytes: this.#bytes, sha256: this.#hash.digest('hex') }
  }
}

const LINE_BREAK = 0x0a
