import { TRADITIONAL } from '../../domain/character-forms.ts'
import type { Document } from '../document.ts'

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
    return { ...line, cells, plain: fold(line.plain) }
  })
  return { ...document, lines }
}
