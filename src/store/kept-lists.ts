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
  /**
   * The text that a kept list has in answers that ask for `what` of it: it is made once, and kept until something else is asked of the list.
   * Undefined for a list that is not kept.
   */
  textOf(list: readonly unknown[], what: object, make: () => string): string | undefined
  /** The text of a list of the name, if it is kept. */
  text(name: string): string | undefined
  /** Keeps the text of a list, which is not kept itself. */
  setText(name: string, text: string): void
  /** How many bytes they take, by estimate, and at most. */
  readonly bytes: number
  readonly most: number
}

/**
 * Bytes of memory for each character of JSON, as measured for figures in 64-bit Node.js: an object each, and another for its place. Of text
 * that is not Latin a character takes two, and its list little else.
 */
const BYTES_OF_A_CHARACTER = 2

/** Bytes that an empty list takes, with its place among the others. */
const BYTES_OF_A_LIST = 400

/** Bytes that a list takes beside its rows or its text. Names hold what callers call what they ask for. */
const sizeOfNamed = (name: string) => BYTES_OF_A_LIST + 2 * name.length

/** What is known of a list beside its rows. */
interface Entry {
  readonly name: string
  readonly bytes: number
  /** Its text, of what was asked of it. */
  readonly text?: { readonly what: WeakRef<object>; readonly text: string }
}

/** Keeps so many bytes of lists at most; none when they are 0. */
export function openKeptLists(bytes: number): KeptLists {
  const nothing = () => undefined
  if (bytes === 0) {
    return { get: nothing, set: nothing, textOf: nothing, text: nothing, setText: nothing, bytes: 0, most: 0 }
  }
  // One list does not drive out all others.
  const lists = new LRUCache<string, readonly unknown[] | string>({
    maxSize: bytes,
    maxEntrySize: Math.ceil(bytes / 4),
  })
  const entries = new WeakMap<readonly unknown[], Entry>()
  return {
    get: (name) => {
      const found = lists.get(name)
      return typeof found === 'string' ? undefined : found
    },
    set: (name, list, characters) => {
      const size = sizeOfNamed(name) + BYTES_OF_A_CHARACTER * characters
      entries.set(list, { name, bytes: size })
      lists.set(name, list, { size })
    },
    textOf: (list, what, make) => {
      const entry = entries.get(list)
      if (entry === undefined || lists.peek(entry.name) !== list) return
      if (entry.text?.what.deref() === what) return entry.text.text
      const text = make()
      entries.set(list, { ...entry, text: { what: new WeakRef(what), text } })
      // It takes no new size for what it has.
      lists.delete(entry.name)
      lists.set(entry.name, list, { size: entry.bytes + Buffer.byteLength(text) })
      return text
    },
    text: (name) => {
      const found = lists.get(name)
      return typeof found === 'string' ? found : undefined
    },
    setText: (name, text) => void lists.set(name, text, { size: sizeOfNamed(name) + Buffer.byteLength(text) }),
    get bytes() {
      return lists.calculatedSize
    },
    most: bytes,
  }
}
