import type { Chance } from './chance.ts'
import { DOCX_LAYOUTS } from './docx-layouts.ts'
import { HTML_LAYOUTS } from './html-layouts.ts'
import { MARKDOWN_LAYOUTS } from './markdown-layouts.ts'
import { isTable, type PrintedReport, type PrintedTable } from './printed-report.ts'
import { LAYOUTS_WITHOUT_EMPTY_CELLS, TEXT_LAYOUTS } from './text-layouts.ts'

/** A report as a text, or as the bytes of a file. */
type Layout = (report: PrintedReport, chance: Chance) => string | Uint8Array

const ofLines =
  (heading: (text: string) => string) =>
  (table: (table: PrintedTable, chance: Chance) => string[]): Layout =>
  ({ title, blocks }, chance) =>
    [heading(title.text), ...blocks.map((block) => (isTable(block) ? table(block, chance).join('\n') : block))].join(
      '\n\n',
    )

const mapValues = <Key extends string, From>(layouts: Readonly<Record<Key, From>>, change: (layout: From) => Layout) =>
  Object.fromEntries(Object.entries<From>(layouts).map(([name, layout]) => [name, change(layout)])) as Record<
    Key,
    Layout
  >

/** Every layout in which reports are rendered. */
export const LAYOUTS = {
  ...mapValues(
    TEXT_LAYOUTS,
    ofLines((title) => title),
  ),
  ...mapValues(
    MARKDOWN_LAYOUTS,
    ofLines((title) => `# ${title}`),
  ),
  ...HTML_LAYOUTS,
  ...DOCX_LAYOUTS,
} as const satisfies Record<string, Layout>

export type LayoutName = keyof typeof LAYOUTS
export const LAYOUT_NAMES = Object.keys(LAYOUTS) as LayoutName[]

/** Whether the layout tells where an empty cell stands, and which spaces are part of a cell. */
export const keepsSpaces = (layout: LayoutName) => !LAYOUTS_WITHOUT_EMPTY_CELLS.has(layout)
