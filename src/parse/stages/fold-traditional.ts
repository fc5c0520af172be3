import { TRADITIONAL } from '../../domain/character-forms.ts'
import { type Document, type Line, lineOf } from '../document.ts'
import { splitCells } from './split-cells.ts'

/**
 * The document with simplified characters in all that is compared; what is printed stays as it is. Only a document that has traditional
 * ones pays for the dictionary.
 */
export async function foldTraditional(document: Document): Promise<Document> {
  if (!document.lines.some((line) => TRADITIONAL.test(line.plain))) return document
  const { Converter } = await import('opencc-js/t2cn')
  const fold = Converter({ from: 't', to: 'cn' })
  const lines = document.lines.map((line) => {
    const cells = line.cells.map((cell) => ({ ...cell, plain: fold(cell.plain) }))
    return splitAgain({ ...line, cells, plain: fold(line.plain) }, fold)
  })
  return { ...document, lines }
}

/** A line of text is divided at the labels in it, and these can be known only now. */
function splitAgain(line: Line, fold: (text: string) => string): Line {
  const folded = fold(line.text)
  if (line.isRow || line.at.kind === 'PAGE' || folded === line.text || folded.length !== line.text.length) return line
  const cells = splitCells(folded, line.number).cells.map((cell) => {
    const offset = cell.at.kind === 'TEXT' ? cell.at.column - 1 : 0
    const at = line.at.kind === 'TEXT' ? cell.at : line.at
    return { ...cell, text: line.text.slice(offset, offset + cell.text.length), at }
  })
  return lineOf(line.number, line.text, line.at, cells)
}
