import type { UnrecognisedRow } from '../../domain/unrecognised-row.ts'
import { officialLabel } from '../vocabulary.ts'
import type { Note } from './read-figure.ts'
import type { Row } from './row.ts'

/** No label has Latin letters: they were put in. */
const LATIN = /\p{Script=Latin}/u

/** The rows of tables whose label the form does not have. */
export function unrecognisedRows(rows: readonly Row[]): UnrecognisedRow[] {
  return rows.flatMap(({ table, known, label, cells }) =>
    known === null && table !== 'CASES'
      ? [{ table, label: label.text, values: cells.map(({ text }) => text), at: label.at }]
      : [],
  )
}

/** Notes the rows whose label the form does not have, and those that print another spelling of it. */
export function noteRows(rows: readonly Row[], note: Note): void {
  for (const { table, known, label, cells } of rows) {
    if (table === 'CASES') continue
    const raw = [label, ...cells].map(({ text }) => text).join('\t')
    if (known === null) {
      note({
        code: 'row.unrecognised',
        message: `Expected a row of the form in the table ${table}, got "${label.text}". Its values were not taken.`,
        paths: [],
        raw,
        at: label.at,
      })
    } else if (known.aliasOf !== null || LATIN.test(label.plain)) {
      const message = `Expected the label "${known.aliasOf ?? officialLabel(known.meaning)}", got "${label.text}": taken for the same row.`
      note({ code: 'label.alias', message, paths: [], raw: label.text, at: label.at })
    }
  }
}
