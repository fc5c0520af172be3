import fc from 'fast-check'
import type { FigurePath } from '../../../src/domain/figure-paths.ts'
import type { Chance } from './chance.ts'
import { DRESS_NAMES, DRESSES, type DressName } from './dresses.ts'
import { ENCODINGS, type Encoding, encode } from './encode.ts'
import { keepsSpaces, LAYOUT_NAMES, LAYOUTS, type LayoutName } from './layouts.ts'
import { MANGLE_NAMES, type MangledReport, type MangleName, mangle } from './mangles.ts'
import { PAGE_DRESSES } from './page-dresses.ts'
import type { Variant } from './printed-tables.ts'
import { randomReport } from './random-report.ts'

export const VARIANTS: readonly Variant[] = (['FORM_2014', 'FORM_2019', 'FORM_2021'] as const).flatMap((form) =>
  [false, true].map((local) => ({ form, local })),
)

/** A report as it might have been published: its bytes, and what it says. */
export interface RandomDocument {
  readonly layout: LayoutName
  readonly dresses: readonly DressName[]
  readonly mangles: readonly MangleName[]
  readonly encoding: Encoding
  /** The bytes as text, for whoever looks at a document that was not read. */
  readonly text: string
  readonly bytes: Uint8Array
  readonly truth: MangledReport
}

const LOSE_CELLS: readonly DressName[] = ['no column of totals', 'zeros left blank', 'dashes for zeros']

const LOSE_UNITS: readonly DressName[] = ['no units', 'no heads', 'a head lost']

const stageOf = (dress: DressName) => (dress in PAGE_DRESSES ? 2 : dress.includes('outline numbers') ? 0 : 1)

/** A page number in the place of a lost value is a value, and an amount in yuan that nothing says to be one is ten thousand times more. */
function together(dresses: readonly DressName[]): readonly DressName[] {
  const isMarked = dresses.includes('page marks') || dresses.includes('running heads')
  const inYuan = dresses.includes('amounts in yuan')
  // Labels lose their numbers before they are broken, and pages cut a table whose columns are made.
  const inOrder = [...dresses].sort((one, other) => stageOf(one) - stageOf(other))
  return inOrder.filter((dress) => !(isMarked && LOSE_CELLS.includes(dress)) && !(inYuan && LOSE_UNITS.includes(dress)))
}

/** In text, a number with a space in it is two. */
const ADDS_A_CELL: ReadonlySet<MangleName> = new Set([
  'cell doubled',
  'a zero put in',
  'an empty cell put in',
  'thousands separated by spaces',
  'digits apart',
])

/** Whether a mistake can be told from something else at all: spaces from columns, a lost value from a page number in its place. */
function suits(name: MangleName, layout: LayoutName, dresses: readonly DressName[]): boolean {
  if ((name === 'thousands separated by spaces' || name === 'digits apart') && !keepsSpaces(layout)) return false
  // Without spaces, 16 and 16 are 1616.
  if (layout === 'rows without spaces' && ADDS_A_CELL.has(name)) return false
  // A row that has lost cells, and has one too many, is a row of the form.
  if (LOSE_CELLS.some((dress) => dresses.includes(dress)) && ADDS_A_CELL.has(name)) return false
  const isMarked = dresses.includes('page marks') || dresses.includes('running heads')
  return !isMarked || !(name.includes('dropped') || name === 'blank cell')
}

/** Documents of a form, most of them mangled. */
export function randomDocument(variant: Variant): fc.Arbitrary<RandomDocument> {
  return fc
    .record({
      report: randomReport(variant),
      layout: fc.constantFrom(...LAYOUT_NAMES),
      dresses: fc.uniqueArray(fc.constantFrom(...DRESS_NAMES), { maxLength: 2 }),
      mangles: fc.array(fc.record({ name: fc.constantFrom(...MANGLE_NAMES), at: fc.nat(400) }), {
        maxLength: 5,
      }),
      encoding: fc.oneof({ weight: 3, arbitrary: fc.constant('utf-8' as const) }, fc.constantFrom(...ENCODINGS)),
      noise: fc.array(fc.nat(1000), { minLength: 1, maxLength: 40 }),
    })
    .map(({ report, layout, dresses: chosen, mangles, encoding, noise }) => {
      const dresses = together(chosen)
      let next = 0
      const chance: Chance = (below) => (noise[next++ % noise.length] ?? 0) % Math.max(1, below)
      let truth: MangledReport = { report, dropped: new Set() }
      const touched = new Set<FigurePath>()
      const suiting = mangles.filter(({ name }) => suits(name, layout, dresses))
      for (const { name, at } of suiting) truth = mangle(truth, name, at, touched, chance)
      for (const dress of dresses) truth = { ...truth, report: DRESSES[dress](truth.report, chance) }
      const file = LAYOUTS[layout](truth.report, chance)
      const bytes = typeof file === 'string' ? encode(file, encoding) : file
      return {
        layout,
        dresses,
        mangles: suiting.map(({ name }) => name),
        encoding,
        text: typeof file === 'string' ? file : layout,
        bytes: bytes ?? Buffer.from(String(file)),
        truth,
      }
    })
}
