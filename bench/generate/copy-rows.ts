import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from } from 'pg-copy-streams'
import { Prisma } from '../../src/store/generated/prisma/client.ts'
import { columnOf } from '../../src/store/insert-rows.ts'

/** Writes rows, spelled as the store's client spells them, into a table by COPY. All of them have the columns of the first. */
export async function copyRows(client: pg.Client, table: string, rows: readonly object[]): Promise<void> {
  const [first] = rows
  if (first === undefined) return
  const names = Object.keys(first)
  const lines = rows.map((row) => {
    const values = new Map<string, unknown>(Object.entries(row))
    return `${names.map((name) => fieldOf(values.get(name))).join('\t')}\n`
  })
  const columns = names.map((name) => `"${columnOf(name)}"`).join(', ')
  await pipeline(Readable.from([lines.join('')]), client.query(from(`COPY "${table}" (${columns}) FROM STDIN`)))
}

/** A value in the text format of COPY: lists are arrays of texts, other objects JSON. */
function fieldOf(value: unknown): string {
  if (value === null || value === undefined || value === Prisma.DbNull) return '\\N'
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return escaped(value)
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return `\\\\x${Buffer.from(value).toString('hex')}`
  if (Array.isArray(value))
    return escaped(`{${value.map((one) => `"${String(one).replace(/["\\]/g, '\\$&')}"`).join(',')}}`)
  return escaped(JSON.stringify(value))
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

const escaped = (text: string) => text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character)
