import { styleText } from 'node:util'
import type { Severity } from '../domain/finding.ts'

/** How a printed text is set off. Without colours: not at all. */
export type Style = Parameters<typeof styleText>[0]

export const SEVERITY_STYLES = { ERROR: 'red', WARNING: 'yellow', NOTICE: 'cyan' } as const satisfies Record<
  Severity,
  Style
>

/** The style of a severity. */
export type SeverityStyle = (typeof SEVERITY_STYLES)[Severity]

/** A text in a style; as it is without colours. Whether to use them was decided before. */
export function styled(text: string, style: Style, colour: boolean): string {
  return colour && text !== '' ? styleText(style, text, { validateStream: false }) : text
}

/** Whether standard output takes colours: a terminal, or FORCE_COLOR; never with NO_COLOR. `styleText` itself knows. */
export const takesColour = () => styleText('red', '!') !== '!'

/** The columns that a text takes in a terminal: two for a Chinese character. */
export function width(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u2e80-\uffef]/u.test(character) ? 2 : 1), 0)
}

/** A text without styles → lines of at most so many columns. Words and numbers stay whole, and no line begins with a comma. */
export function wrapped(text: string, columns: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.match(/ *(?:[\x21-\x7e]+|[^\x20-\x7e])[，。；：、）]*/gu) ?? []) {
    if (line !== '' && width(line + piece) > columns) {
      lines.push(line)
      line = piece.trimStart()
    } else line += piece
  }
  return [...lines, line]
}
