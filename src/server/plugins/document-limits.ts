import { maxAliasesPlugin } from '@escape.tech/graphql-armor-max-aliases'
import { maxDepthPlugin } from '@escape.tech/graphql-armor-max-depth'
import type { GraphQLError, ValidationContext } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { LIMITS } from '../../graphql/limits.ts'
import { documentTooLarge } from '../errors.ts'

/** Phase: validation. How deep a document may be. */
export const depthLimit = (): Plugin => maxDepthPlugin({ n: LIMITS.depth.most, ...refusing('depth') })

/** Phase: validation. How many fields a document may rename. */
export const aliasLimit = (): Plugin => maxAliasesPlugin({ n: LIMITS.aliases.most, ...refusing('aliases') })

/** Of themselves they throw, which would come out with status 200, and tell what came in their message alone. */
const refusing = (of: 'depth' | 'aliases') => ({
  propagateOnRejection: false,
  onReject: [
    (context: ValidationContext | null, { message }: GraphQLError) =>
      context?.reportError(documentTooLarge(of, Number(/found (\d+)/.exec(message)?.[1]))),
  ],
})
