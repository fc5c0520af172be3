import { globSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isOfKind, numberKindOf } from '../../src/domain/number-kind.ts'
import type { Parsed } from '../../src/parse/parse.ts'
import { parseInWorker } from '../../src/parse/parse-in-worker.ts'

// Sources of golden cases, cut off or altered: each is read as a report or refused by a code, and no figure is out of its kind.

const GOLDEN = new URL('../golden/', import.meta.url).pathname
const SOURCES = globSync(`${GOLDEN}*/{page,report}.*`).sort()
const CUTS = 15
const MUTATIONS = 25

/** A sequence that is the same in every run: numbers from nought to below a bound. */
function sequence(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** Some bytes changed, doubled, put in or left out, or a stretch set to nought. */
function mutated(bytes: Uint8Array, random: (below: number) => number): Uint8Array {
  const altered = Buffer.from(bytes)
  for (let change = random(8); change >= 0; change -= 1) altered[random(altered.length)] = random(256)
  const place = random(altered.length)
  const length = random(200)
  const [before, stretch, after] = [
    altered.subarray(0, place),
    altered.subarray(place, place + length),
    altered.subarray(place + length),
  ]
  switch (random(6)) {
    case 0:
      return Buffer.concat([before, stretch, stretch, after])
    case 1:
      return Buffer.concat([before, after])
    case 2:
      return Buffer.concat([before, Buffer.alloc(length), after])
    case 3:
      return Buffer.concat([before, Buffer.from(Array.from({ length }, () => random(256))), after])
    default:
      return altered
  }
}

function check(parsed: Parsed): void {
  if (!parsed.ok) {
    expect(parsed.error.code).toMatch(/^[A-Z]+(?:_[A-Z]+)+$/)
    return
  }
  for (const [path, { state, value }] of parsed.report.figures) {
    if (state !== 'STATED') expect(value, path).toBeNull()
    else expect(value !== null && isOfKind(value, numberKindOf(path)), `${path}: ${value}`).toBe(true)
  }
}

/** Two at a time, as many as are read at the same time. */
async function readAll(sources: readonly Uint8Array[]): Promise<void> {
  const left = [...sources]
  const readOn = async () => {
    for (let bytes = left.pop(); bytes !== undefined; bytes = left.pop()) check(await parseInWorker({ bytes }))
  }
  await Promise.all([readOn(), readOn()])
}

describe.each(SOURCES.map((file) => [relative(GOLDEN, file), file] as const))('%s', (name, file) => {
  const bytes = readFileSync(file)
  const random = sequence([...name].reduce((sum, character) => sum * 31 + (character.codePointAt(0) ?? 0), 7) >>> 0)

  it('cut off anywhere is read or refused', async () => {
    await readAll(Array.from({ length: CUTS }, () => bytes.subarray(0, random(bytes.length))))
  }, 300_000)

  it('altered anywhere is read or refused', async () => {
    await readAll(Array.from({ length: MUTATIONS }, () => mutated(bytes, random)))
  }, 300_000)
})

it('random bytes behind the signature of each format are refused', async () => {
  const random = sequence(5)
  for (const signature of ['%PDF-1.7\n', 'PK\u0003\u0004', '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1', '']) {
    for (let round = 0; round < 20; round += 1) {
      const noise = Uint8Array.from({ length: random(20_000) + 2_000 }, () => random(256))
      const parsed = await parseInWorker({ bytes: Buffer.concat([Buffer.from(signature, 'latin1'), noise]) })
      expect(parsed.ok ? 'a report' : parsed.error.code).toMatch(/^(?:UNSUPPORTED_FORMAT|WRONG_ENCODING|NOT_A_REPORT)$/)
    }
  }
}, 120_000)
