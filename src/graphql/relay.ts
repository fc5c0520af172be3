import { z } from 'zod'
import type { Context } from './context.ts'
import { atMost, LIMITS, listOf } from './limits.ts'
import { decodeGlobalId, instantIn, type NodeId, refusalOf } from './node-id.ts'
import { toldAsOf } from './report-as-of.ts'

/** The largest page of every connection. */
export const MAX_PAGE_SIZE = LIMITS.pageSize.most
/** The page that one gets without asking for a size. */
export const DEFAULT_PAGE_SIZE = 20

const pageSize = (argument: string) => {
  const message = `Expected "${argument}" between 0 and ${MAX_PAGE_SIZE}, the largest page. Ask for the rest with "after" or "before".`
  return z
    .number()
    .int()
    .min(0, message)
    .superRefine(atMost('pageSize', (size) => size, message))
    .nullish()
}

interface PageSize {
  readonly first?: number | null | undefined
  readonly last?: number | null | undefined
}
/** How many entries the page may have: what asking for it costs. A size over the largest is refused when the list is answered. */
export const entriesOf = ({ first, last }: PageSize) => Math.min(first ?? last ?? DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE)

const sizes = `0 to ${MAX_PAGE_SIZE}, ${DEFAULT_PAGE_SIZE} when neither first nor last is given`

interface Nodes {
  ids: (NodeId | null)[]
}
type Load = (ids: NodeId[]) => Promise<unknown[]>

/** What was loaded for an id, as the id names it: a report at present, or as it was at an instant. */
async function asNamed(id: NodeId | null | undefined, loaded: unknown, { loaders }: Pick<Context, 'loaders'>) {
  const node = await loaded
  const asOf = id?.typename === 'Report' ? instantIn(id.id) : null
  return node == null || asOf === null ? node : toldAsOf(node as Parameters<typeof toldAsOf>[0], asOf, loaders)
}

/** Relay's types and arguments, with their descriptions and limits. */
export const relay = {
  decodeGlobalID: decodeGlobalId,
  nodeTypeOptions: { description: 'Anything with a global id, which `node(id:)` finds again.' },
  nodeQueryOptions: {
    description: 'The object with this global id, or null.',
    args: { id: { description: 'A global id, as another query gave it.' } },
    resolve: (
      _root: unknown,
      { id }: { id: NodeId },
      context: Pick<Context, 'loaders'>,
      _info: unknown,
      load: (id: NodeId) => unknown,
    ) => {
      const refusal = refusalOf(id)
      if (refusal !== null) throw refusal
      return asNamed(id, load(id), context)
    },
  },
  nodesQueryOptions: {
    description:
      'The objects with these global ids, in the order of the ids; null where there is none, and null with an error where the id is none.',
    complexity: ({ ids }: { ids?: readonly unknown[] }) => listOf(Math.min(ids?.length ?? 0, LIMITS.nodeIds.most)),
    args: {
      ids: {
        description: `Up to ${LIMITS.nodeIds.most} global ids.`,
        validate: z
          .array(z.unknown())
          .superRefine(atMost('nodeIds', (ids) => ids.length, `Expected at most ${LIMITS.nodeIds.most} ids.`)),
      },
    },
    // One answer an id, at its place: an id that is none has an error there, and the others their objects.
    resolve: async (_root: unknown, args: Nodes, context: Pick<Context, 'loaders'>, _info: unknown, load: Load) => {
      const named = args.ids
      const refusals = named.map((id) => id && refusalOf(id))
      // What is loaded are the ids of `args`, whatever `load` is given.
      args.ids = args.ids.map((id, place) => (refusals[place] ? null : id))
      const found = await load([])
      return found.map((node, place) => refusals[place] ?? asNamed(named[place], node, context))
    },
  },
  idFieldOptions: { description: 'The global id.' },
  pageInfoTypeOptions: { description: 'Where a page stands in its list.' },
  hasNextPageFieldOptions: { description: 'Whether there is more after this page, when paging forwards.' },
  hasPreviousPageFieldOptions: { description: 'Whether there is more before this page, when paging backwards.' },
  startCursorFieldOptions: { description: 'The cursor of the first edge; null on an empty page.' },
  endCursorFieldOptions: { description: 'The cursor of the last edge; null on an empty page.' },
  cursorFieldOptions: { description: 'Where the edge stands: give it as `after` or `before` to go on from here.' },
  nodeFieldOptions: { description: 'The object itself.' },
  edgesFieldOptions: { description: 'The objects of the page with their cursors.', complexity: listOf(1) },
  nodesFieldOptions: { description: 'The objects of the page, without cursors.', complexity: listOf(1) },
  pageInfoFieldOptions: { description: 'Where the page stands in the list.' },
  firstArgOptions: { description: `How many from the start (${sizes}).`, validate: pageSize('first') },
  lastArgOptions: { description: `How many from the end (${sizes}).`, validate: pageSize('last') },
  afterArgOptions: { description: 'Start after this cursor.' },
  beforeArgOptions: { description: 'End before this cursor.' },
  defaultConnectionTypeOptions: { description: 'A page of a list.' },
  defaultEdgeTypeOptions: { description: 'An object of a list and its place there.' },
  defaultConnectionFieldOptions: {
    complexity: (args: PageSize) => listOf(entriesOf(args)),
  },
  nodesOnConnection: { description: 'The objects of the page, without cursors.', complexity: listOf(1) },
} as const
