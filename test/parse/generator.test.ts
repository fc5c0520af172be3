import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compare, FAULTS } from './generator/compare.ts'
import { compareTitle } from './generator/compare-title.ts'
import { randomDocument, VARIANTS } from './generator/random-document.ts'
import { readReport } from './read-report.ts'

// 1,000 documents a form. `npm run proof` reads more of them and prints what becomes of their figures.
const NUMBER_OF_DOCUMENTS = 500
const SEED = 20_211_126

describe('random reports in every layout, mangled', () => {
  it.each(VARIANTS)(
    '$form, local rows: $local: no figure is wrong or lost without an issue',
    async (variant) => {
      await fc.assert(
        fc.asyncProperty(randomDocument(variant), async ({ bytes, truth }) => {
          const report = await readReport(bytes)
          expect(compareTitle(truth.report, report)).toEqual([])
          expect(compare(truth, report).filter(({ verdict }) => FAULTS.includes(verdict))).toEqual([])
        }),
        { numRuns: NUMBER_OF_DOCUMENTS, seed: SEED },
      )
    },
    120_000,
  )
})
