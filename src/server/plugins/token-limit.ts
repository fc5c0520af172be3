import { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { LIMITS } from '../../graphql/limits.ts'
import { documentTooLarge } from '../errors.ts'

/**
 * Phase: parsing. The parser is recursive: a document of twenty thousand levels would exhaust the stack. Counting tokens stops it
 * on the way down.
 */
export function tokenLimit(): Plugin {
  const maxTokens = LIMITS.tokens.most
  return {
    onParse({ parseFn, setParseFn }) {
      setParseFn((source, options) => {
        try {
          return parseFn(source, { ...options, maxTokens })
        } catch (error) {
          if (error instanceof GraphQLError && !error.message.includes('tokens')) throw error
          throw documentTooLarge('tokens', null)
        }
      })
    },
  }
}
