import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sharedRead } from '../../src/store/shared-read.ts'

/** Reads what `stored` is when they begin, and end when they are told to. */
function readersOf(count: number) {
  let stored = 0
  let most = 0
  const underWay: { readonly end: (failed: boolean) => void }[] = []
  const begun: number[] = []
  const read = () => {
    const seen = stored
    begun.push(seen)
    const { promise, resolve, reject } = Promise.withResolvers<number>()
    underWay.push({ end: (failed) => (failed ? reject(new Error('lost')) : resolve(seen)) })
    most = Math.max(most, underWay.length)
    return promise
  }
  return {
    ask: sharedRead(Array.from({ length: count }, () => () => read())),
    begun,
    mostUnderWay: () => most,
    store: () => {
      stored += 1
    },
    stored: () => stored,
    end: (which: number, failed = false) => underWay.splice(which % Math.max(1, underWay.length), 1)[0]?.end(failed),
    anyUnderWay: () => underWay.length > 0,
  }
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

describe('a shared read', () => {
  it('is one for all who ask at once', async () => {
    const reads = readersOf(2)
    const asked = [reads.ask(), reads.ask(), reads.ask()]
    await turn()
    reads.end(0)
    expect(await Promise.all(asked)).toEqual([0, 0, 0])
    expect(reads.begun).toEqual([0])
  })

  it('that is under way is not good for who asks then', async () => {
    const reads = readersOf(1)
    const first = reads.ask()
    await turn()
    reads.store()
    const second = reads.ask()
    await turn()
    expect(reads.begun).toEqual([0])
    reads.end(0)
    expect(await first).toBe(0)
    await turn()
    reads.end(0)
    expect(await second).toBe(1)
  })

  it('that fails fails for those who share it alone', async () => {
    const reads = readersOf(1)
    const first = reads.ask()
    await turn()
    const second = reads.ask()
    reads.end(0, true)
    await expect(first).rejects.toThrow('lost')
    await turn()
    reads.end(0)
    expect(await second).toBe(0)
  })

  it('tells everybody what was stored before he asked, whatever happens in which order', async () => {
    const step = fc.oneof(
      fc.constant('ask' as const),
      fc.constant('store' as const),
      fc.constant('turn' as const),
      fc.record({ end: fc.nat(5), failed: fc.boolean() }),
    )
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 3 }), fc.array(step, { maxLength: 60 }), async (count, steps) => {
        const reads = readersOf(count)
        const answers: Promise<void>[] = []
        let told = 0
        const ask = () => {
          const known = reads.stored()
          const check = (seen: number) => expect(seen).toBeGreaterThanOrEqual(known)
          const answer = reads.ask().then(check, (error: unknown) => expect(error).toEqual(new Error('lost')))
          const note = () => {
            told += 1
          }
          answers.push(answer.finally(note))
        }
        for (const taken of steps) {
          if (taken === 'ask') ask()
          else if (taken === 'store') reads.store()
          else if (taken === 'turn') await turn()
          else reads.end(taken.end, taken.failed)
        }
        // Nobody is forgotten.
        for (let left = 0; left < 200 && told < answers.length; left += 1) {
          reads.end(0)
          await turn()
        }
        expect(told).toBe(answers.length)
        await Promise.all(answers)
        expect(reads.mostUnderWay()).toBeLessThanOrEqual(count)
        expect(reads.begun.length).toBeLessThanOrEqual(answers.length)
      }),
      { numRuns: 300 },
    )
  })
})
