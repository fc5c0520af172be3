import type { ExecutionArgs, ExecutionResult } from 'graphql'
import { isAsyncIterable } from 'graphql-yoga'
import { withLeafLists } from '../graphql/leaf-lists.ts'
import { NotLeaves } from '../graphql/leaves.ts'
import { answerText } from '../graphql/list-text.ts'

/**
 * Executes an operation with the lists completed by a loop of which nothing but leaves is asked. Where that cannot be, the document is executed
 * as it came: it is a query, which changes nothing.
 */
export async function executeInLoops(execute: (args: ExecutionArgs) => unknown, args: ExecutionArgs): Promise<unknown> {
  const { schema, document } = args
  const inLoops = withLeafLists(schema, document)
  const result = (await execute({ ...args, document: inLoops })) as ExecutionResult | AsyncIterable<ExecutionResult>
  if (inLoops === document || isAsyncIterable(result)) return result
  return result.errors?.some(isOfLoops) ? execute(args) : { ...result, stringify: answerText }
}

const isOfLoops = ({ originalError }: { readonly originalError?: unknown }) => originalError instanceof NotLeaves
