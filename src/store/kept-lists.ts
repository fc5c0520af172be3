import { LRUCache } from 'lru-cache'

/**
 * Lists that hang off immutable revisions, as they were read: shared by all requests of the process, and bounded by their size. What was used
 * last is kept longest. There is one for each open store.
 */
export interface KeptLists {
  /** The list of the name, if it is kept. */
  get(name: string): readonly unknown[] | undefined
  /** Keeps a list, of which the database sent so many characters of JSON. */
  set(name: string, list: readonly unknown[], characters: number): void
  /** How many bytes they take, by estimate, and at most. */
  readonly bytes: number
  readonly most: number
}

/**
 * Bytes of memory for each character of JSON, as measured for figures in 64-bit Node.js: an object each, and another for its place. Of text
 * that is not Latin a character takes two, and its list little else.
 */
const BYTES_OF_A_CHARACTER = 2

/** Bytes that an empty list takes, with its name and its place among the others. */
const BYTES_OF_A_LIST = 400

/** Keeps so many bytes of lists at most; none when they are 0. */
export function openKeptLists(bytes: number): KeptLists {
  if (bytes === 0) return { get: () => undefined, set: () => undefined, bytes: 0, most: 0 }
  const lists = new LRUCache<string, readonly unknown[]>({ maxSize: bytes })
  return {
    get: (name) => lists.get(name),
    set: (name, list, characters) => {
      lists.set(name, list, { size: BYTES_OF_A_LIST + BYTES_OF_A_CHARACTER * characters })
    },
    get bytes() {
      return lists.calculatedSize
    },
    most: bytes,
  }
}
