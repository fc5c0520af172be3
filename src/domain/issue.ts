import type { FigurePath } from './figure-paths.ts'
import type { Locator } from './locator.ts'
import type { SnippetRange } from './snippet.ts'

/** What the parser could not read, or had to decide. Codes are permanent. */
export const ISSUE_CODES = {
  'district.ambiguous': 'The name of the district fits several divisions.',
  'district.unknown': 'No division of the registry has the name that the document prints.',
  'district.inferred': 'Only the running text tells the district, as the one division that it speaks of.',
  'year.missing': 'The document does not tell the year it reports on.',
  'year.inferred': 'Only the running text tells the year, as the one that it speaks of most.',
  'year.conflict': 'The document names more than one reporting year.',
  'form.unknown': 'No table of a statutory form was found.',
  'form.ambiguous': 'The tables found are the same on two statutory forms.',
  'table.missing': 'A table that the form requires was not found.',
  'row.missing': 'A row that the form requires was not found.',
  'row.cell-count': 'A row has more or fewer cells than the form has columns.',
  'row.unrecognised': 'A row with values carries a label that the form does not have.',
  'row.repeated': 'A row appears twice with different values.',
  'label.alias': 'A label differs from the official one.',
  'cell.unreadable': 'A cell holds something that is not a number.',
  'cell.converted': 'A cell prints its number in words, with a unit, or in another unit: converted.',
  'cell.approximate': 'A cell says about how much it is, which is not a figure.',
  'unit.missing': 'The unit column is empty.',
  'unit.differs': "The printed unit is not the form's unit.",
  'header.broken': 'The header of a table is not as the form prints it.',
  'page.unreadable': 'A page has no text that can be read: it is a picture, or its fonts do not tell their characters.',
  'text.unreadable': 'A part of the text is in no encoding that makes sense of it.',
} as const

export type IssueCode = keyof typeof ISSUE_CODES

/** One thing that the parser could not read or had to decide: what was expected, what came, where. */
export interface Issue {
  readonly code: IssueCode
  readonly message: string
  /** The figures concerned; empty when it concerns the document. */
  readonly paths: readonly FigurePath[]
  /** What the document prints there. */
  readonly raw: string | null
  readonly at: Locator | null
  /** The row or the line that it speaks of, as printed; absent when it speaks of no place. */
  readonly snippet?: SnippetRange
}
