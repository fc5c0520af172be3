import { expect, it } from 'vitest'
import { emptyDatabase } from '../database.ts'
import { faultsOf } from '../ingest/proof/faults-of.ts'
import { prove } from '../ingest/proof/prove.ts'

// npm run proof:ingest does the same with more of them.

it('what is sent to a hub that is killed again and again is stored once, and told once', async () => {
  const proof = await prove(await emptyDatabase(), '47322', { reports: 45, kills: 3, pauses: [300, 1_500] })
  expect(faultsOf(proof, 45)).toEqual([])
  expect(proof.killed).toBeGreaterThan(0)
}, 600_000)
