import { type DocumentNode, visit } from 'graphql'
import type { Plugin } from 'graphql-yoga'

/** The media types of answers in parts. */
const IN_PARTS = /multipart\/mixed|text\/event-stream/i

/**
 * Phase: execution. Parts are for those who name them in their Accept header. Everyone else, `*` among them, gets one answer with all
 * that was deferred or streamed in it: the directives say what may come later, not that it must.
 */
export function inOnePiece(): Plugin {
  return {
    onExecute({ args }) {
      const { request } = args.contextValue
      if (IN_PARTS.test(request.headers.get('accept') ?? '')) return
      Object.assign(args, { document: whole(args.document) })
    },
  }
}

/** Whether nothing of the document is deferred or streamed. */
export const inOnePieceAlready = (document: DocumentNode): boolean => whole(document) === document

/** The same one each time, since whatever is known of a document is known by it. */
const WHOLE = new WeakMap<DocumentNode, DocumentNode>()

function whole(document: DocumentNode): DocumentNode {
  const known = WHOLE.get(document)
  if (known !== undefined) return known
  const made = visit(document, {
    Directive: ({ name }) => (name.value === 'defer' || name.value === 'stream' ? null : undefined),
  })
  WHOLE.set(document, made)
  return made
}
