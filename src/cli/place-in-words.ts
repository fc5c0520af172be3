import type { Locator } from '../domain/locator.ts'

/** A place in words: `line 12, column 3`, `table 2, row 5, cell 3`. */
export function placeInWords(at: Locator): string {
  switch (at.kind) {
    case 'TEXT':
      return `line ${at.line}, column ${at.column}`
    case 'TABLE':
      return `table ${at.table}, row ${at.row}, cell ${at.cell}`
    case 'BLOCK':
      return `block ${at.block}`
    case 'PAGE':
      return `page ${at.page}, ${Math.round(at.box[0])} from the left, ${Math.round(at.box[1])} from the top`
  }
}
