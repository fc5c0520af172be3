import { z } from 'zod'
import { errorOf } from '../../ingest/item-error.ts'
import { discardItems, type ItemKey, retryItems } from '../../store/run-items.ts'
import { mayUseRun } from '../../store/runs.ts'
import { builder } from '../builder.ts'
import { atMost, LIMITS, listOf } from '../limits.ts'
import { itemKeyOf, type NodeId, refusalOf } from '../node-id.ts'
import { pagesOf } from '../page-arguments.ts'
import { forbidden } from '../refusals.ts'
import { runHolder, runRefusal } from '../run-holder.ts'
import { totalCount } from '../total-count.ts'
import { divisionCode, someCodes, year } from './filter.ts'
import { IngestOutcome } from './ingestion.ts'
import { IngestionRun } from './ingestion-run.ts'
import { Revision } from './revision.ts'
import { UserError } from './user-error.ts'

const ItemState = builder.enumType('IngestionItemState', {
  description: 'Where an item of a run stands.',
  values: {
    WAITING: { description: 'Its turn has not come, or it is under way.' },
    STORED: { description: 'It is stored: `outcome` and `report` tell as what.' },
    FAILED: { description: 'It could not be stored: `error` tells why. It is kept, and can be tried again.' },
    DISCARDED: { description: 'It was given up, with its bytes.' },
    CANCELLED: { description: 'It had not been begun when the run was cancelled. It is kept, and can be tried again.' },
  } as const,
})

/** A file of a run. */
export const IngestionItem = builder.prismaNode('IngestionItem', {
  description:
    'A file of a run: one that was sent, an entry of an archive, or a line of report objects. For the same holders as the run.',
  nullable: true,
  include: { run: true },
  runScopesOnType: true,
  authScopes: async ({ run }, context) => {
    if (mayUseRun(await runHolder(context), run)) return true
    throw forbidden('ADMIN')
  },
  id: { resolve: ({ runId, position }) => `${runId}-${position}` },
  findUnique: (id) => ({ runId_position: itemKeyOf(id) }),
  fields: (t) => ({
    run: t.relation('run', { description: 'The run that it came into.' }),
    name: t.exposeString('name', {
      description: 'The name of the file; of an entry, that of the archive and its path there; of a line, its number.',
    }),
    size: t.exposeInt('size', { description: 'Its size, in bytes.' }),
    sha256: t.string({
      description: 'The SHA-256 of its bytes, hexadecimal.',
      resolve: ({ sha256 }) => Buffer.from(sha256).toString('hex'),
    }),
    state: t.expose('state', { type: ItemState, description: 'Where it stands.' }),
    outcome: t.expose('outcome', {
      type: IngestOutcome,
      nullable: true,
      description: 'What ingestion did; null when it is not stored.',
    }),
    report: t.relation('report', { nullable: true, description: 'The report that it was stored as, or found to be.' }),
    revision: t.field({
      type: Revision,
      nullable: true,
      description:
        'The revision that it was stored as, or found to be: the report may have another one in force by now.',
      resolve: ({ reportAgencyId: agencyId, reportYear: year, reportNumber: number }, _args, { loaders }) =>
        agencyId === null || year === null || number === null
          ? null
          : loaders.revisions.load({ agencyId, year, number }),
    }),
    error: t.field({
      type: UserError,
      nullable: true,
      description: 'Why it was not stored: one of the errors of `ingestReport`, or of what can go wrong only later.',
      resolve: ({ error }) => (error === null ? null : errorOf(error)),
    }),
    attempts: t.exposeInt('attempts', {
      description:
        'How often it was begun since it last came to wait. More than one is the work of a process that ended.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it came.' }),
    settledAt: t.expose('settledAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was stored, failed, was discarded or cancelled; null while it waits.',
    }),
  }),
})

/** Rows with what is selected of them, which comes with the run as the type says; the bytes never do. */
export const rowsOf = (read: Promise<unknown>) => read as Promise<(typeof IngestionItem.$inferType)[]>

const ItemConnection = builder.connectionObject(
  {
    type: IngestionItem,
    name: 'IngestionItemConnection',
    description: 'A page of items.',
    fields: (t) => ({ totalCount: t.int(totalCount) }),
  },
  { name: 'IngestionItemEdge', description: 'An item of a list, and its place there.' },
)

builder.prismaObjectFields(IngestionRun, (t) => ({
  items: t.relatedConnection(
    'items',
    {
      description: 'Its items, in the order in which they came.',
      cursor: 'runId_position',
      validate: pagesOf('IngestionItem'),
      totalCount: true,
      args: {
        states: t.arg({
          type: [ItemState],
          description: 'Those in these states; all when left out.',
          validate: someCodes,
        }),
      },
      query: ({ states }) => ({ where: states ? { state: { in: [...states] } } : {}, orderBy: { position: 'asc' } }),
    },
    ItemConnection,
  ),
}))

const MOST_ITEMS = LIMITS.runItems.most

const someItems = z
  .array(z.unknown())
  .superRefine(atMost('runItems', (ids) => ids.length, `Expected at most ${MOST_ITEMS} items. Send several requests.`))

const RetryInput = builder.inputType('RetryIngestionItemsInput', {
  description: 'Which items are tried again, and what is told of them anew.',
  fields: (t) => ({
    items: t.globalIDList({
      required: true,
      description: `The global ids of items that failed or were not begun, up to ${MOST_ITEMS}.`,
      validate: someItems as never,
    }),
    district: t.string({
      description: 'The code of their district, in place of what was told before.',
      validate: divisionCode,
    }),
    year: t.int({ description: 'The year that they report on, likewise.', validate: year }),
    expectedRevision: t.int({
      description: 'The number of the current revision that they are to replace.',
      validate: year,
    }),
  }),
})

const keysOf = (ids: readonly NodeId[]): ItemKey[] =>
  ids.map((id) => {
    const refusal = refusalOf(id, 'IngestionItem')
    if (refusal !== null) throw refusal
    return itemKeyOf(id.id)
  })

builder.mutationFields((t) => ({
  retryIngestionItems: t.prismaField({
    type: [IngestionItem],
    nullable: true,
    description:
      'Lets items wait again that failed or were not begun, all of them or none. A run that is finished or cancelled goes on with them.',
    authScopes: { runs: true },
    complexity: ({ input }) => listOf(input.items.length),
    args: { input: t.arg({ type: RetryInput, required: true, description: 'Which ones, and what is told anew.' }) },
    resolve: async (query, _root, { input: { items, district, ...given } }, context) => {
      const keys = keysOf(items)
      const actor = await runHolder(context)
      await retryItems(context.database, actor, keys, { ...given, districtCode: district }).catch(runRefusal)
      return rowsOf(context.database.prisma.ingestionItem.findMany({ ...query, where: { OR: keys } }))
    },
  }),
  discardIngestionItems: t.prismaField({
    type: [IngestionItem],
    nullable: true,
    description: 'Gives items up that failed or were not begun, with their bytes, all of them or none.',
    authScopes: { runs: true },
    complexity: ({ items }) => listOf(items.length),
    args: {
      items: t.arg.globalIDList({
        required: true,
        description: `Their global ids, up to ${MOST_ITEMS}.`,
        validate: someItems as never,
      }),
    },
    resolve: async (query, _root, { items }, context) => {
      const keys = keysOf(items)
      await discardItems(context.database, await runHolder(context), keys).catch(runRefusal)
      return rowsOf(context.database.prisma.ingestionItem.findMany({ ...query, where: { OR: keys } }))
    },
  }),
}))
