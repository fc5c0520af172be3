import { INGESTION_RUNS } from '../../store/paged-lists.ts'
import { cancelRun, closeRun, findRun, mayUseRun, runsOf, seesAllRuns, startRun } from '../../store/runs.ts'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { keysetConnection } from '../keyset-connection.ts'
import { atMost, LIMITS } from '../limits.ts'
import { type NodeId, refusalOf, runKeyOf } from '../node-id.ts'
import { pagesInOrder } from '../page-arguments.ts'
import { forbidden } from '../refusals.ts'
import { runHolder, runRefusal } from '../run-holder.ts'
import { totalCount } from '../total-count.ts'
import { divisionCode, storable, year } from './filter.ts'
import { reasonText } from './ingestion.ts'
import { SeverityCode } from './severity.ts'

const RunState = builder.enumType('IngestionRunState', {
  description: 'How far a run is.',
  values: {
    OPEN: { description: 'It takes files. Those that are there are worked off already.' },
    CLOSED: { description: 'It takes no more files, and some wait.' },
    FINISHED: { description: 'It takes no more files, and none waits.' },
    CANCELLED: { description: 'It was cancelled: what had not been begun is kept, and is not begun.' },
  } as const,
})

/** Files that one publisher sends together. */
export const IngestionRun = builder.prismaNode('IngestionRun', {
  description:
    'Files that one publisher sends together, by `POST /ingest/runs/<id>/files`. They are ingested in the background, each by itself; what could not be read stays, with its bytes. For the holder of the key that started it, and of keys with the scope ADMIN that are not limited.',
  nullable: true,
  runScopesOnType: true,
  authScopes: async (run, context) => {
    if (mayUseRun(await runHolder(context), run)) return true
    throw forbidden('ADMIN')
  },
  id: { resolve: ({ id }) => id },
  findUnique: (id) => ({ id: runKeyOf(id) }),
  fields: (t) => ({
    key: t.exposeString('id', { description: 'What stands for `<id>` in `POST /ingest/runs/<id>/files`.' }),
    name: t.exposeString('name', { nullable: true, description: 'The name that its sender gave it.' }),
    state: t.field({
      type: RunState,
      description: 'How far it is.',
      resolve: ({ closedAt, finishedAt, cancelledAt }) => {
        if (cancelledAt !== null) return 'CANCELLED'
        if (finishedAt !== null) return 'FINISHED'
        return closedAt === null ? 'OPEN' : 'CLOSED'
      },
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was started.' }),
    closedAt: t.expose('closedAt', { type: 'DateTime', nullable: true, description: 'When it was closed.' }),
    finishedAt: t.expose('finishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When its last item was settled.',
    }),
    cancelledAt: t.expose('cancelledAt', { type: 'DateTime', nullable: true, description: 'When it was cancelled.' }),
    total: t.int({
      description: 'How many items there are in it.',
      resolve: async ({ id }, _args, { loaders }) => (await loaders.runCounts.load(id)).total,
    }),
    done: t.int({
      description: 'How many of them are stored.',
      resolve: async ({ id }, _args, { loaders }) => (await loaders.runCounts.load(id)).stored,
    }),
    failed: t.int({
      description: 'How many could not be stored. They are kept, and can be tried again.',
      resolve: async ({ id }, _args, { loaders }) => (await loaders.runCounts.load(id)).failed,
    }),
    remaining: t.int({
      description: 'How many wait for their turn.',
      resolve: async ({ id }, _args, { loaders }) => (await loaders.runCounts.load(id)).waiting,
    }),
    discarded: t.int({
      description: 'How many were discarded.',
      resolve: async ({ id }, _args, { loaders }) => (await loaders.runCounts.load(id)).discarded,
    }),
    notBegun: t.int({
      description: 'How many had not been begun when it was cancelled. They are kept, and can be tried again.',
      resolve: async ({ id }, _args, { loaders }) => (await loaders.runCounts.load(id)).cancelled,
    }),
    rate: t.float({
      nullable: true,
      description: 'How many items were settled in a second, over the last minute. Null when none was.',
      resolve: async ({ id }, _args, { loaders }) => (await loaders.runCounts.load(id)).rate,
    }),
  }),
})

type RunShape = typeof IngestionRun.$inferType

const RunConnection = builder.connectionObject(
  {
    type: IngestionRun,
    name: 'IngestionRunConnection',
    description: 'A page of runs.',
    fields: (t) => ({ totalCount: t.int(totalCount) }),
  },
  { name: 'IngestionRunEdge', description: 'A run of a list, and its place there.' },
)

builder.queryField('ingestionRun', (t) =>
  t.prismaField({
    type: IngestionRun,
    nullable: true,
    description: 'A run of the holder of the key, or null.',
    authScopes: { runs: true },
    args: { id: t.arg.globalID({ required: true, description: 'The global id of the run.' }) },
    resolve: async (query, _root, { id }, context) => {
      const run = await findRun(context.database, await runHolder(context), keyOf(id))
      // Asked in any case: what is selected beneath must be used.
      return context.database.prisma.ingestionRun.findFirst({ ...query, where: { id: { in: run ? [run.id] : [] } } })
    },
  }),
)

builder.queryField('ingestionRuns', (t) =>
  t.connection(
    {
      type: IngestionRun,
      nullable: true,
      authScopes: { runs: true },
      description:
        'The runs of the holder of the key, the newest first; all runs, for a key with the scope ADMIN that is not limited.',
      validate: pagesInOrder,
      resolve: async (_root, args, context, info) => {
        const actor = await runHolder(context)
        return keysetConnection({
          list: INGESTION_RUNS,
          type: 'IngestionRun',
          where: runsOf(seesAllRuns(actor) ? null : (actor.key?.id ?? null)),
          order: [],
          args,
          context,
          info,
          read: (prisma, selection, keys) =>
            prisma.ingestionRun.findMany({ ...selection, where: { OR: keys } }) as Promise<unknown> as Promise<
              RunShape[]
            >,
        })
      },
    },
    RunConnection,
  ),
)

const StartInput = builder.inputType('StartIngestionRunInput', {
  description: 'What a run is to be, and what holds for each of its files.',
  fields: (t) => ({
    name: t.string({
      description: `A name by which its sender finds it again: one of that name and key that is not over is gone on with. At most ${LIMITS.runName.most} characters.`,
      validate: storable.superRefine(
        atMost(
          'runName',
          (text) => [...(text ?? '')].length,
          `Expected a name of at most ${LIMITS.runName.most} characters.`,
        ),
      ),
    }),
    district: t.string({
      description:
        'The code of the district, if all are of one: it must then agree with each document, and is used where that does not tell.',
      validate: divisionCode,
    }),
    year: t.int({
      description:
        'The year reported on, if all are on one: it must then agree with each document, and is used where that does not tell.',
      validate: year,
    }),
    refuseOn: t.field({
      type: SeverityCode,
      description: 'Refuse reports in which the rules find anything of this severity, or weightier.',
    }),
    reason: t.string({
      description: 'Why new revisions are made; kept with each.',
      validate: reasonText,
    }),
  }),
})

const keyOf = (id: NodeId): string => {
  const refusal = refusalOf(id, 'IngestionRun')
  if (refusal !== null) throw refusal
  return runKeyOf(id.id)
}

/** A run with what is selected beneath it. */
const selected = (query: object, id: string, { database }: Context) =>
  database.prisma.ingestionRun.findUniqueOrThrow({ ...query, where: { id } })

builder.mutationFields((t) => ({
  startIngestionRun: t.prismaField({
    type: IngestionRun,
    nullable: true,
    description:
      'Starts a run, to which files are sent by `POST /ingest/runs/<id>/files`. They are ingested as they come; `closeIngestionRun` says that no more do.',
    authScopes: { scope: 'INGEST' },
    args: { input: t.arg({ type: StartInput, required: true, description: 'What it is to be.' }) },
    resolve: async (query, _root, { input: { district, ...given } }, context) => {
      const run = await startRun(context.database, await runHolder(context), {
        ...given,
        name: given.name || null,
        districtCode: district ?? null,
      }).catch(runRefusal)
      return selected(query, run.id, context)
    },
  }),
  closeIngestionRun: t.prismaField({
    type: IngestionRun,
    nullable: true,
    description: 'Says that no more files come: the run is finished when none waits any more.',
    authScopes: { runs: true },
    args: { id: t.arg.globalID({ required: true, description: 'The global id of the run.' }) },
    resolve: async (query, _root, { id }, context) => {
      const run = await closeRun(context.database, await runHolder(context), keyOf(id)).catch(runRefusal)
      return selected(query, run.id, context)
    },
  }),
  cancelIngestionRun: t.prismaField({
    type: IngestionRun,
    nullable: true,
    description: 'Begins nothing more of a run: what is stored stays, and the rest is kept and not begun.',
    authScopes: { runs: true },
    args: { id: t.arg.globalID({ required: true, description: 'The global id of the run.' }) },
    resolve: async (query, _root, { id }, context) => {
      const run = await cancelRun(context.database, await runHolder(context), keyOf(id)).catch(runRefusal)
      return selected(query, run.id, context)
    },
  }),
}))
