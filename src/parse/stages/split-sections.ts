import type { Section } from '../../domain/report.ts'
import type { Document, Line } from '../document.ts'
import { isChapterHeading } from './is-chapter-heading.ts'

/**
 * The document → its sections: each heading of the first level with the text up to the next. Lines that tables took are left out;
 * what stands before the first heading is a section without one.
 */
export function splitSections(document: Document, tableLines: ReadonlySet<number>): Section[] {
  const sections: { heading: Line | null; lines: Line[] }[] = [{ heading: null, lines: [] }]
  for (const line of document.lines) {
    if (tableLines.has(line.number) || line.plain === '') continue
    if (isChapterHeading(line, null)) sections.push({ heading: line, lines: [] })
    else sections.at(-1)?.lines.push(line)
  }
  return sections
    .filter(({ heading, lines }) => heading !== null || lines.length > 0)
    .map(({ heading, lines }) => ({
      heading: heading?.text.trim() ?? null,
      text: lines.map(({ text }) => text.trim()).join('\n'),
      at: heading?.at ?? lines[0]?.at ?? null,
    }))
}
