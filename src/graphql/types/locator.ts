import type {
  BlockLocator as BlockLocatorShape,
  Locator as LocatorShape,
  PageLocator as PageLocatorShape,
  TableLocator as TableLocatorShape,
  TextLocator as TextLocatorShape,
} from '../../domain/locator.ts'
import { builder } from '../builder.ts'

const TextLocator = builder.objectRef<TextLocatorShape>('TextLocator').implement({
  description: 'A place in a text. Lines and columns are counted from one, as editors count.',
  fields: (t) => ({
    line: t.exposeInt('line', { description: 'The line.' }),
    column: t.exposeInt('column', { description: 'The column, in UTF-16 code units from the start of the line.' }),
  }),
})

const TableLocator = builder.objectRef<TableLocatorShape>('TableLocator').implement({
  description: 'A cell of a table of a web page or a Word file. Everything is counted from one.',
  fields: (t) => ({
    table: t.exposeInt('table', { description: 'Which table of the document.' }),
    row: t.exposeInt('row', { description: 'Which row of the table.' }),
    cell: t.exposeInt('cell', { description: 'Which cell of the row.' }),
  }),
})

const BlockLocator = builder.objectRef<BlockLocatorShape>('BlockLocator').implement({
  description: 'A block of running text of a web page or a Word file.',
  fields: (t) => ({
    block: t.exposeInt('block', { description: 'Which block of the document, counted from one.' }),
  }),
})

const PageLocator = builder.objectRef<PageLocatorShape>('PageLocator').implement({
  description: 'A place on a page, in points (1/72 inch) from its top left corner.',
  fields: (t) => ({
    page: t.exposeInt('page', { description: 'The page, counted from one.' }),
    left: t.float({ description: 'The left edge.', resolve: ({ box }) => box[0] }),
    top: t.float({ description: 'The top edge.', resolve: ({ box }) => box[1] }),
    width: t.float({ description: 'The width.', resolve: ({ box }) => box[2] }),
    height: t.float({ description: 'The height.', resolve: ({ box }) => box[3] }),
  }),
})

const NAME_OF = {
  TEXT: 'TextLocator',
  TABLE: 'TableLocator',
  BLOCK: 'BlockLocator',
  PAGE: 'PageLocator',
} as const satisfies Record<LocatorShape['kind'], string>

/** Where in its source something is printed: a union, because each format of documents has places of its own. */
export const Locator = builder.unionType('Locator', {
  description: 'Where in the source something is printed.',
  types: [TextLocator, TableLocator, BlockLocator, PageLocator],
  resolveType: ({ kind }) => NAME_OF[kind],
})
