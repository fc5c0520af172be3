import { queryFromInfo } from '@pothos/plugin-prisma'
import type { GraphQLResolveInfo } from 'graphql'
import type { Database } from '../store/database.ts'
import {
  completed,
  countRows,
  type Page,
  type PagedList,
  type PageRequest,
  readPage,
  readTextPage,
} from '../store/keyset.ts'
import type { Place, Sorted } from '../store/sort-order.ts'
import type { Context } from './context.ts'
import { type CursorOf, cursorOf } from './cursor.ts'
import { ListText } from './list-text.ts'
import { textOfNodes } from './node-texts.ts'
import { pageInfoOf } from './page.ts'
import { type PageArgs, pageAsked } from './page-arguments.ts'

// Connections over whole tables. The store gives the keys of a page in its order, and its client the rows of these keys with whatever
// was selected beneath them. By itself the client pages by the row that a cursor names, which has to be there still, and through the
// whole list to find it.

/** What is asked of a list, and how its rows are read. */
export interface ListQuestion<Key extends object, Row extends Key> {
  readonly list: PagedList<Key>
  /** The name of the type of its rows. */
  readonly type: string
  readonly where: PageRequest['where']
  readonly order: readonly Sorted[]
  readonly args: PageArgs
  readonly context: Context
  readonly info: GraphQLResolveInfo
  /** How the rows are found whose text is asked for, by the columns of the key of `page`; they have no text where it is left out. */
  readonly rowOfPage?: string
  /** Reads the rows of these keys, in any order, with the selection that the store's client takes. */
  readonly read: (prisma: Database['prisma'], selection: object, keys: Key[]) => Promise<readonly Row[]>
}

/** A page of a list as a connection. The page, its rows and the total are each read when they are asked for. */
export function keysetConnection<Key extends object, Row extends Key>(question: ListQuestion<Key, Row>) {
  const { list, where, order, args, context } = question
  const cursors = { list: list.name, order: completed(order, list) }
  const asked = pageAsked(args, cursors)
  const page = once(() => readPage(context.database, list, { where, order, ...asked }))
  const text = question.rowOfPage === undefined ? null : textOfNodes(question.info, question.rowOfPage)
  const textPage =
    text === null ? null : once(() => readTextPage(context.database, list, { where, order, ...asked }, text))
  const edges = once(async () => edgesOf(question, cursors, await page()))
  const ends =
    textPage ?? (() => page().then(({ rows, ...beyond }) => ({ ...beyond, places: rows.map(({ place }) => place) })))
  return {
    get pageInfo() {
      return ends().then(({ places, ...beyond }) => {
        const ends = places.map((place) => cursorOf(cursors, place))
        return pageInfoOf(ends, asked.way, beyond)
      })
    },
    get edges() {
      return edges()
    },
    /** The nodes as their text in the answer; null where they are not to be had as text. */
    get nodesText() {
      return textPage?.().then(({ text }) => new ListText(text)) ?? null
    },
    totalCount: () => countRows(context.database, list, where),
  }
}

async function edgesOf<Key extends object, Row extends Key>(
  { list, type, context, info, read }: ListQuestion<Key, Row>,
  cursors: CursorOf,
  { rows }: Page<Key>,
) {
  if (rows.length === 0) return []
  const names = Object.keys(list.rowKey) as (keyof Key)[]
  // A number of 64 bits is one kind of value in a key and another in a row.
  const textOf = (key: Key) => JSON.stringify(names.map((name) => String(key[name])))
  const selection = queryFromInfo({
    context,
    info,
    typeName: type,
    select: Object.fromEntries(names.map((name) => [name, true])),
    paths: [['nodes'], ['edges', 'node']],
  })
  const keys = rows.map(({ key }) => key)
  const found = await read(context.database.prisma, selection, keys)
  const byKey = new Map(found.map((row) => [textOf(row), row]))
  // A row that went in the meantime has no edge.
  return rows.flatMap(({ key, place }) => {
    const node = byKey.get(textOf(key))
    return node ? [edgeOf(cursors, place, node)] : []
  })
}

/** Nodes are asked for without cursors more often than with them. */
const edgeOf = <Row>(cursors: CursorOf, place: Place, node: Row) => ({
  get cursor() {
    return cursorOf(cursors, place)
  },
  node,
})

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
