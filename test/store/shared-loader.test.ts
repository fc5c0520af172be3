import { describe, expect, it, vi } from 'vitest'
import { type SharedLoader, sharedLoader } from '../../src/store/shared-loader.ts'

interface Key {
  readonly name: string
}

/** A loader of what `stored` is when a read begins. Reads end when they are told to. */
function loading() {
  let stored = 0
  const reads: { readonly names: readonly string[]; readonly end: (error?: Error) => void }[] = []
  const loader: SharedLoader<Key, string> = sharedLoader((keys) => {
    const { promise, resolve, reject } = Promise.withResolvers<string[]>()
    const values = keys.map(({ name }) => `${name}${stored}`)
    const end = (error?: Error) => (error === undefined ? resolve(values) : reject(error))
    reads.push({ names: keys.map(({ name }) => name), end })
    return promise
  })
  return {
    load: (name: string) => loader.load({ name }),
    store: () => {
      stored += 1
    },
    reads,
    namesRead: () => reads.map(({ names }) => names.join('')),
  }
}

/** As PostgreSQL tells of a value that it cannot take. */
const NO_KEY = Object.assign(new Error('b is no key'), { code: '22P02' })

const turn = () => new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)))

describe('a shared loader', () => {
  it('reads what is asked for at one time at once', async () => {
    const { load, reads, namesRead } = loading()
    const asked = Promise.all([load('a'), load('b'), load('a')])
    await turn()
    expect(namesRead()).toEqual(['aba'])
    reads[0]!.end()
    expect(await asked).toEqual(['a0', 'b0', 'a0'])
  })

  it('has one read under way, and then one for all who have asked in the meantime', async () => {
    const { load, store, reads, namesRead } = loading()
    const first = load('a')
    await turn()
    store()
    const others = [load('b')]
    await turn()
    others.push(load('c'))
    await turn()
    expect(namesRead()).toEqual(['a'])
    reads[0]!.end()
    expect(await first).toBe('a0')
    await turn()
    expect(namesRead()).toEqual(['a', 'bc'])
    reads[1]!.end()
    // They asked after something was stored, and are told of it.
    expect(await Promise.all(others)).toEqual(['b1', 'c1'])
  })

  it('remembers nothing', async () => {
    const { load, store, reads } = loading()
    const first = load('a')
    await turn()
    reads[0]!.end()
    expect(await first).toBe('a0')
    store()
    const second = load('a')
    await turn()
    reads[1]!.end()
    expect(await second).toBe('a1')
  })

  it('reads a key by itself when it could not be read with others, and goes on', async () => {
    const { load, reads, namesRead } = loading()
    const asked = [load('a'), load('b')]
    const settled = Promise.allSettled(asked)
    await turn()
    reads[0]!.end(NO_KEY)
    await turn()
    expect(namesRead()).toEqual(['ab', 'a', 'b'])
    const later = load('c')
    await turn()
    // Both are part of the read that is under way.
    expect(namesRead()).toHaveLength(3)
    reads[1]!.end()
    reads[2]!.end(NO_KEY)
    expect(await settled).toEqual([
      { status: 'fulfilled', value: 'a0' },
      { status: 'rejected', reason: NO_KEY },
    ])
    await turn()
    reads[3]!.end()
    expect(await later).toBe('c0')
  })

  it('fails for a key that was alone without reading it again', async () => {
    const { load, reads } = loading()
    const asked = load('a')
    const refused = expect(asked).rejects.toThrow('lost')
    await turn()
    reads[0]!.end(new Error('lost'))
    await refused
    expect(reads).toHaveLength(1)
  })

  it('fails for all when it is of no value', async () => {
    const { load, reads } = loading()
    const settled = Promise.allSettled([load('a'), load('b')])
    await turn()
    reads[0]!.end(Object.assign(new Error('canceled'), { code: '57014' }))
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(reads).toHaveLength(1)
  })

  it('waits no longer than a second for a read that does not end', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const { load, reads } = loading()
      const never = load('a')
      await turn()
      const second = load('b')
      await turn()
      expect(reads).toHaveLength(1)
      vi.advanceTimersByTime(1_000)
      expect(reads).toHaveLength(2)
      reads[1]!.end()
      expect(await second).toBe('b0')
      // The one before may still come to its end.
      reads[0]!.end()
      expect(await never).toBe('a0')
    } finally {
      vi.useRealTimers()
    }
  })

  it('reads no more than fifty keys at once', async () => {
    const { load, reads } = loading()
    const asked = Promise.all(Array.from({ length: 120 }, (_, at) => load(`${at};`)))
    for (let read = 0; read < 3; read += 1) {
      await turn()
      reads[read]!.end()
    }
    expect(reads.map(({ names }) => names.length)).toEqual([50, 50, 20])
    expect((await asked)[119]).toBe('119;0')
  })
})
