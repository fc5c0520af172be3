import { setTimeout as sleep } from 'node:timers/promises'
import { Repeater } from 'graphql-yoga'
import type { RunFeed } from '../../store/run-feed.ts'
import { findRun } from '../../store/runs.ts'
import { builder } from '../builder.ts'
import { listOf } from '../limits.ts'
import { refusalOf, runKeyOf } from '../node-id.ts'
import { badUserInput, subscriptionEnded } from '../refusals.ts'
import { runHolder } from '../run-holder.ts'
import { IngestionItem, rowsOf } from './ingestion-item.ts'
import { IngestionRun } from './ingestion-run.ts'

interface Progress {
  readonly runId: string
  /** The positions of the items that were settled since the last event. */
  readonly settled: readonly number[]
}

/** Milliseconds between two events, at least: what happens meanwhile is told by one. */
const BETWEEN_EVENTS = 500
/** Items that one event tells of; the others follow at once. */
const MOST_SETTLED = 100

const IngestionProgress = builder.objectRef<Progress>('IngestionProgress').implement({
  description: 'How far a run is.',
  fields: (t) => ({
    run: t.prismaField({
      type: IngestionRun,
      description: 'The run, as it is now.',
      resolve: (query, { runId }, _args, { database }) =>
        database.prisma.ingestionRun.findUniqueOrThrow({ ...query, where: { id: runId } }),
    }),
    settled: t.prismaField({
      type: [IngestionItem],
      description: `The items that were settled since the last event, up to ${MOST_SETTLED}, as they are now; none in the first event.`,
      complexity: listOf(MOST_SETTLED),
      resolve: (query, { runId, settled }, _args, { database }) =>
        rowsOf(
          database.prisma.ingestionItem.findMany({
            ...query,
            where: { runId, position: { in: [...settled] } },
            orderBy: { position: 'asc' },
          }),
        ),
    }),
  }),
})

/** What happens in the run from now on, until it is over, the one who asks leaves, or the store is lost. */
const progressOf = (feed: RunFeed, runId: string, isOver: () => Promise<boolean>): Repeater<Progress> =>
  new Repeater<Progress>(async (push, stop) => {
    const settled = new Set<number>()
    let hasNews = false
    let over = false
    let isLeft = false
    let wake: () => void = () => undefined
    const leave = await feed.join({
      told: ({ run, item, isOver: ends }) => {
        if (run !== runId) return
        if (item !== undefined) settled.add(item)
        hasNews = true
        over ||= ends === true
        wake()
      },
      lost: () => stop(subscriptionEnded('the connection to the store was lost')),
    })
    const left = stop.finally(() => {
      isLeft = true
      wake()
      leave()
    })
    // A run that is over already tells so once. The end of any other one comes behind all that happened in it.
    over = (await isOver()) || over
    await push({ runId, settled: [] })
    while (!isLeft && !(over && settled.size === 0 && !hasNews)) {
      if (!hasNews && settled.size === 0) await new Promise<void>((resolve) => (wake = resolve))
      if (isLeft) break
      if (!over && settled.size < MOST_SETTLED) await sleep(BETWEEN_EVENTS)
      hasNews = false
      const told = [...settled].slice(0, MOST_SETTLED)
      for (const position of told) settled.delete(position)
      await push({ runId, settled: told })
    }
    stop()
    await left
  })

builder.subscriptionField('ingestionProgress', (t) =>
  t.field({
    type: IngestionProgress,
    description:
      'How far a run is, at once and whenever something happens in it, by whichever process of the hub, until it is finished or cancelled.',
    authScopes: { runs: true },
    args: { run: t.arg.globalID({ required: true, description: 'The global id of the run.' }) },
    subscribe: async (_root, { run: id }, context) => {
      const refusal = refusalOf(id, 'IngestionRun')
      if (refusal !== null) throw refusal
      const runId = runKeyOf(id.id)
      const actor = await runHolder(context)
      const find = () => findRun(context.database, actor, runId)
      if ((await find()) === null) {
        throw badUserInput('Expected the global id of a run that was started with this key, got another one.')
      }
      return progressOf(context.runs, runId, async () => {
        const run = await find()
        return run === null || run.finishedAt !== null || run.cancelledAt !== null
      })
    },
    resolve: (progress) => progress,
  }),
)
