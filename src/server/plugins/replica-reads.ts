import { getOperationAST } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Context } from '../../graphql/context.ts'
import { createLoaders } from '../../store/loaders.ts'
import type { ReadReplica } from '../../store/read-replica.ts'
import { isWithKey } from '../caller.ts'
import type { Received, RepeatedQuestions } from '../repeated-questions.ts'

export interface ReplicaReadsOptions {
  readonly replica: ReadReplica
  readonly repeated: RepeatedQuestions
}

/**
 * Phase: execution. A query that came without a key is read from the replica, if that has all that the database had when the query came.
 * Whatever changes something, tells of events, or comes with a key stays with the database: what only a key opens (keys, runs, what was
 * done) is not counted in the version of the data, by which the replica is known to have everything.
 */
export function replicaReads({ replica, repeated }: ReplicaReadsOptions): Plugin<Context & Received> {
  return {
    async onExecute({ args: { document, operationName, contextValue } }) {
      if (getOperationAST(document, operationName)?.operation !== 'query' || isWithKey(contextValue.request)) return
      const database = await replica.database(repeated.questionOf(contextValue)?.data)
      if (database === contextValue.database) return
      Object.assign(contextValue, { database, loaders: createLoaders(database) } satisfies Partial<Context>)
    },
  }
}
