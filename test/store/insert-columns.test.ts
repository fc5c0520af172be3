import { describe, expect, it } from 'vitest'
import { columnInsertions } from '../../src/store/insert-columns.ts'
import { together } from '../../src/store/insert-rows.ts'
import { rowsOf } from '../../src/store/statement.ts'
import { inTransaction } from '../../src/store/transaction.ts'
import { testDatabase } from '../database.ts'

const db = await testDatabase()

const TYPES = { position: 'int', isTrue: 'boolean', value: 'numeric', words: 'text', parts: 'text[]', locator: 'jsonb' }

/** The rows as they are read again. */
const written = (rows: Parameters<typeof columnInsertions<typeof TYPES>>[2]) =>
  inTransaction(db, async (tx) => {
    await tx.query(`CREATE TEMP TABLE things
      (position INT, is_true BOOLEAN, value NUMERIC, words TEXT, parts TEXT[], locator JSONB) ON COMMIT DROP`)
    await rowsOf(tx, together(columnInsertions('things', TYPES, rows)))
    const { rows: read } = await tx.query('SELECT * FROM things ORDER BY position')
    return read
  })

describe('columnInsertions', () => {
  it('writes each value in its row and column, and null where there is none', async () => {
    const rows = [
      {
        position: 1,
        isTrue: true,
        value: '28130.0902',
        words: '公开',
        parts: ['2', '3'],
        locator: { kind: 'TEXT', line: 1 },
      },
      { position: 2, isTrue: false, value: null, words: null, parts: [], locator: null },
      { position: 3, value: '-15' },
    ]
    expect(await written(rows)).toEqual([
      {
        position: 1,
        is_true: true,
        value: '28130.0902',
        words: '公开',
        parts: ['2', '3'],
        locator: { kind: 'TEXT', line: 1 },
      },
      { position: 2, is_true: false, value: null, words: null, parts: [], locator: null },
      { position: 3, is_true: null, value: '-15', words: null, parts: null, locator: null },
    ])
  })

  it.each(['', ' ', 'NULL', 'null', '"', '\\', '\\"', 'a,b', '{}', '{1}', "it's", '一\n二\t三', '−', '＂“', 'a b'])(
    'keeps the text %j as it is, alone and in a list',
    async (words) => {
      const [row] = await written([{ position: 1, words, parts: [words, 'x', words], locator: { words } }])
      expect(row).toMatchObject({ words, parts: [words, 'x', words], locator: { words } })
    },
  )

  it('has no part for a table without rows', () => {
    expect(columnInsertions('things', TYPES, [])).toEqual([])
  })
})
