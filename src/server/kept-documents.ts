import type { DocumentNode } from 'graphql'
import { LRUCache } from 'lru-cache'

/**
 * Characters of the documents that are kept parsed, all together. A character takes some two hundred bytes, with what validation and execution know of
 * its document: those who write values into their documents, instead of variables, would fill the memory with documents that never come again.
 */
const MOST_CHARACTERS = 100_000

/** What Yoga keeps of documents, by their text: those parsed, so that the same one is not parsed and validated again, and no errors. */
export const keptDocuments = () => ({
  documentCache: new LRUCache<string, DocumentNode>({
    maxSize: MOST_CHARACTERS,
    // One document does not drive out all others.
    maxEntrySize: MOST_CHARACTERS / 10,
    sizeCalculation: (_document, text) => text.length,
  }),
  errorCache: { get: () => undefined, set: () => undefined },
})
