import fc from 'fast-check'
import { DRESS_NAMES, DRESSES, type DressName } from './dress.ts'
import { type Chance, keepsSpaces, LAYOUT_NAMES, type LayoutName, render } from './layouts.ts'
import { MANGLE_NAMES, type MangledReport, type MangleName, mangle } from './mangles.ts'
import { randomReport, type Variant } from './random-report.ts'

export const VARIANTS: readonly Variant[] = (['FORM_2014', 'FORM_2019', 'FORM_2021'] as const).flatMap((form) =>
  [false, true].map((local) => ({ form, local })),
)

/** A report as it might have been published: its text, and what it says. */
export interface RandomDocument {
  readonly layout: LayoutName
  readonly dresses: readonly DressName[]
  readonly mangles: readonly MangleName[]
  readonly text: string
  readonly truth: MangledReport
}

/** Whether a mistake can be told from something else at all: spaces from columns, a lost value from a page number in its place. */
function suits(name: MangleName, layout: LayoutName, dresses: readonly DressName[]): boolean {
  if (name === 'thousands separated by spaces') return keepsSpaces(layout)
  return !dresses.includes('page marks') || (name !== 'cell dropped' && name !== 'blank cell')
}

/** Documents of a form, in every layout, and most of them mangled. */
export function randomDocument(
  variant: Variant,
  layouts: readonly LayoutName[] = LAYOUT_NAMES,
): fc.Arbitrary<RandomDocument> {
  return fc
    .record({
      report: randomReport(variant),
      layout: fc.constantFrom(...layouts),
      dresses: fc.uniqueArray(fc.constantFrom(...DRESS_NAMES), { maxLength: 2 }),
      mangles: fc.array(fc.record({ name: fc.constantFrom(...MANGLE_NAMES), at: fc.nat(400) }), { maxLength: 5 }),
      noise: fc.array(fc.nat(1000), { minLength: 1, maxLength: 40 }),
    })
    .map(({ report, layout, dresses, mangles, noise }) => {
      let next = 0
      const chance: Chance = (below) => (noise[next++ % noise.length] ?? 0) % Math.max(1, below)
      let truth: MangledReport = { report, dropped: new Set() }
      const touched = new Set<string>()
      const suiting = mangles.filter(({ name }) => suits(name, layout, dresses))
      for (const { name, at } of suiting) truth = mangle(truth, name, at, touched, chance)
      for (const dress of dresses) truth = { ...truth, report: DRESSES[dress](truth.report, chance) }
      const text = render(truth.report, layout, chance)
      return { layout, dresses, mangles: suiting.map(({ name }) => name), text, truth }
    })
}
