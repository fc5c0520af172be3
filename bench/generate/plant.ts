import type { FigurePath } from '../../src/domain/figure-paths.ts'
import type { Form } from '../../src/domain/forms.ts'
import type { Figures } from './divided-figures.ts'
import type { Random } from './random.ts'

/** An inconsistency that is put into a report on purpose. */
export interface Planted {
  readonly kind: string
  /** The rules that it breaks, and that hold without it. */
  readonly rules: readonly string[]
}

interface Plant extends Planted {
  readonly forms: readonly Form[]
  /** By how much each figure goes up or down, in steps of the mistake. */
  readonly steps: Readonly<Partial<Record<FigurePath, 1 | -1>>>
  /** Only where the year before is on a form that tells what is carried over. */
  readonly needsYearBefore?: true
}

const DIVIDED = ['FORM_2019', 'FORM_2021'] as const
const STATISTICS = ['FORM_2014'] as const

const PLANTS: readonly Plant[] = [
  {
    kind: 'wrong row total',
    rules: ['applications.applicants', 'applications.balance'],
    forms: DIVIDED,
    steps: { 'applications.RECEIVED.TOTAL': 1 },
  },
  {
    kind: 'wrong column total',
    rules: ['applications.outcomes'],
    forms: DIVIDED,
    steps: { 'applications.GRANTED.NATURAL_PERSON': 1, 'applications.GRANTED.TOTAL': 1 },
  },
  {
    kind: 'column out of balance',
    rules: ['applications.balance'],
    forms: DIVIDED,
    steps: { 'applications.RECEIVED.NATURAL_PERSON': 1, 'applications.RECEIVED.TOTAL': 1 },
  },
  { kind: 'wrong total of reviews', rules: ['review.results'], forms: DIVIDED, steps: { 'review.TOTAL': 1 } },
  {
    kind: 'wrong total of suits',
    rules: ['litigation.results'],
    forms: DIVIDED,
    steps: { 'litigation.DIRECT.TOTAL': 1 },
  },
  {
    kind: 'other requests carried in than were carried over',
    rules: ['years.carried-in'],
    forms: DIVIDED,
    steps: {
      'applications.CARRIED_IN.NATURAL_PERSON': 1,
      'applications.CARRIED_IN.TOTAL': 1,
      'applications.RECEIVED.NATURAL_PERSON': -1,
      'applications.RECEIVED.TOTAL': -1,
    },
    needsYearBefore: true,
  },
  {
    kind: 'wrong total received',
    rules: ['statistics.received'],
    forms: STATISTICS,
    steps: { 'applications.RECEIVED.TOTAL': 1 },
  },
  {
    kind: 'wrong total closed',
    rules: ['statistics.closed'],
    forms: STATISTICS,
    steps: { 'applications.CLOSED_ON_TIME.TOTAL': 1 },
  },
  {
    kind: 'wrong total answered',
    rules: ['statistics.answers'],
    forms: STATISTICS,
    steps: { 'applications.HANDLED_TOTAL.TOTAL': 1 },
  },
  {
    kind: 'wrong total refused',
    rules: ['statistics.refusals'],
    forms: STATISTICS,
    steps: { 'applications.REFUSED_PRIVACY.TOTAL': 1 },
  },
  { kind: 'wrong total of reviews', rules: ['statistics.review'], forms: STATISTICS, steps: { 'review.TOTAL': 1 } },
  {
    kind: 'wrong total of suits',
    rules: ['statistics.litigation'],
    forms: STATISTICS,
    steps: { 'litigation.ALL.TOTAL': 1 },
  },
  {
    kind: 'wrong total of staff',
    rules: ['statistics.staff'],
    forms: STATISTICS,
    steps: { 'disclosure.STAFF.COUNT': 1 },
  },
]

/** Puts a mistake into the figures; null where they do not suit the one that chance has chosen. */
export function plant(figures: Figures, form: Form, hasYearBefore: boolean, random: Random): Planted | null {
  const {
    kind,
    rules,
    steps,
    needsYearBefore = false,
  } = random.oneOf(PLANTS.filter(({ forms }) => forms.includes(form)))
  const step = random.between(1, 9)
  if (needsYearBefore && !hasYearBefore) return null
  const changed = Object.entries(steps).map(([path, sign]) => {
    return [path as FigurePath, Number(figures.get(path as FigurePath)) + sign * step] as const
  })
  if (changed.some(([, value]) => value < 0)) return null
  for (const [path, value] of changed) figures.set(path, String(value))
  return { kind, rules }
}
