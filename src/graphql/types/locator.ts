import type { Locator as LocatorShape, TextLocator as TextLocatorShape } from '../../domain/locator.ts'
import { builder } from '../builder.ts'

const TextLocator = builder.objectRef<TextLocatorShape>('TextLocator').implement({
  description: 'A place in a text. Lines and columns are counted from one, as editors count.',
  fields: (t) => ({
    line: t.exposeInt('line', { description: 'The line.' }),
    column: t.exposeInt('column', { description: 'The column, in UTF-16 code units from the start of the line.' }),
  }),
})

const NAME_OF = { TEXT: 'TextLocator' } as const satisfies Record<LocatorShape['kind'], string>

/** Where in its source something is printed: a union, because each format of documents has places of its own. */
export const Locator = builder.unionType('Locator', {
  description: 'Where in the source something is printed.',
  types: [TextLocator],
  resolveType: ({ kind }) => NAME_OF[kind],
})
