import DataLoader from 'dataloader'

/** Loads by keys, for all requests of the process: it remembers nothing. */
export interface SharedLoader<Key, Value> {
  load(key: Key): Promise<Value>
}

/** Keys that are read at once: a longer read would be waited for by those of few. */
const MOST_KEYS = 50

/** Milliseconds that the next read waits for one that is under way: a connection that has died tells nobody. */
const PATIENCE = 1_000

/**
 * Reads what several requests ask for at one time by one statement. A read begins when the one before it is done, for all who have asked by then: each is told by
 * a read that began after he asked. Where PostgreSQL cannot take a value, each key is read by itself, so that whoever asks for what cannot be read fails alone.
 * @param read the values of the keys, in their order
 */
export function sharedLoader<Key extends object, Value>(
  read: (keys: readonly Key[]) => Promise<readonly Value[]>,
): SharedLoader<Key, Value> {
  const waiting: (() => void)[] = []
  let isWaitedFor = false

  function begin(): void {
    if (isWaitedFor) return
    const next = waiting.shift()
    isWaitedFor = next !== undefined
    next?.()
  }

  /** Lets the next one begin, once. */
  function ending(): () => void {
    const end = () => {
      clearTimeout(timer)
      if (!isUnderWay) return
      isUnderWay = false
      isWaitedFor = false
      begin()
    }
    let isUnderWay = true
    const timer = setTimeout(end, PATIENCE)
    return end
  }

  async function readEach(keys: readonly Key[]): Promise<(Value | Error)[]> {
    const told = await Promise.allSettled(keys.map((key) => read([key])))
    return told.map((one) => (one.status === 'fulfilled' ? (one.value[0] as Value) : asError(one.reason)))
  }

  return new DataLoader<Key, Value>(
    (keys) =>
      read(keys)
        .catch((error) => (keys.length > 1 && isOfAValue(error) ? readEach(keys) : Promise.reject(error)))
        .finally(ending()),
    {
      cache: false,
      maxBatchSize: MOST_KEYS,
      batchScheduleFn(dispatch) {
        waiting.push(dispatch)
        // When all that came in one turn of the event loop has been taken in.
        setImmediate(begin)
      },
    },
  )
}

/** A data exception, of class 22 of the standard: whatever else fails fails for everybody. */
const isOfAValue = (error: unknown) => String((error as { code?: unknown })?.code ?? '').startsWith('22')

const asError = (reason: unknown) => (reason instanceof Error ? reason : new Error(String(reason)))
