import { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { documentTooLarge } from '../errors.ts'

/**
 * Phase: parsing. The parser is recursive: a document of twenty thousand levels would exhaust the stack. Counting tokens stops it
 * on the way down.
 */
export function tokenLimit(maxTokens: number): Plugin {
  return {
    onParse({ parseFn, setParseFn }) {
      setParseFn((source, options) => {
        try {
          return parseFn(source, { ...options, maxTokens })
        } catch (error) {
          if (error instanceof GraphQLError && !error.message.includes('tokens')) throw error
          throw documentTooLarge(`Expected a document of at most ${maxTokens} tokens, got a longer one.`)
        }
      })
    },
  }
}
