import { Big } from 'big.js'
import { isFigurePath } from '../../domain/figure-paths.ts'
import type { Share, ShareTerm } from '../../domain/share.ts'
import { sumOf } from '../operands.ts'
import type { RatioRule } from '../rule.ts'
import type { Subject } from '../subject.ts'
import { HOLDS, UNKNOWN, type Weighed } from '../weighed.ts'
import { decimal, subjectLabel } from '../wording.ts'

interface Amount {
  readonly value: Big
  readonly isStated: boolean
}

/** Weighs each printed percentage, rounded half up to the decimal places that it is printed with. */
export function weighRatio(rule: RatioRule, subject: Subject): Weighed[] {
  return subject.shares.map((share) => weighShare(rule, share, subject))
}

function weighShare(rule: RatioRule, share: Share, subject: Subject): Weighed {
  const part = amountOf(share.part, subject)
  const whole = amountOf(share.whole, subject)
  if (part === null || whole === null || isAbout(share)) return UNKNOWN
  const isStated = part.isStated && whole.isStated
  if (isStated !== (rule.of === 'STATED')) return UNKNOWN
  const printed = new Big(share.percent)
  const places = share.percent.split('.')[1]?.length ?? 0
  const percentOf = (all: Big) => (all.lte(0) ? null : part.value.times(100).div(all).round(places, Big.roundHalfUp))
  const right = percentOf(whole.value)
  if (right === null) return UNKNOWN
  if (right.eq(printed)) return HOLDS
  if (otherWholes(rule, subject).some((all) => percentOf(all)?.eq(printed))) return UNKNOWN
  const { subject: path } = share.part
  const name = path === null ? '' : subjectLabel(path, subject.form)
  const figures = [share.part, share.whole]
    .filter((term) => term.value === null)
    .flatMap(({ subject: path }) => (path !== null && isFigurePath(path) ? path : []))
  return {
    verdict: 'BROKEN',
    broken: {
      message: `文中${name}占比 ${share.percent}% ≠ ${decimal(part.value)} ÷ ${decimal(whole.value)} = ${right.toFixed(places)}%，相差 ${decimal(printed.minus(right).abs())} 个百分点`,
      left: {
        paths: [],
        value: decimal(printed),
        year: null,
        statements: [{ sentence: share.sentence, at: share.at }],
      },
      right: { paths: figures, value: decimal(right), year: null, statements: [] },
      difference: decimal(printed.minus(right)),
      unit: '%',
      sameAs: [],
      remedy: `若为 ${right.toFixed(places)}%，则相符`,
    },
  }
}

/** What the sentences state, or else what the table does. */
function amountOf({ subject: path, value }: ShareTerm, { figures }: Subject): Amount | null {
  if (value !== null) return { value: new Big(value), isStated: true }
  const figure = path === null || !isFigurePath(path) ? null : (figures.get(path)?.value ?? null)
  return figure === null ? null : { value: new Big(figure), isStated: false }
}

/** Every total that the report states and the percentage may be of. */
function otherWholes({ otherWholes }: RatioRule, { figures, claims }: Subject): Big[] {
  const totals = new Set<unknown>(otherWholes.flat().filter((operand) => typeof operand === 'string'))
  const inTables = otherWholes.flatMap((operands) => sumOf(operands, figures)?.value ?? [])
  return [...inTables, ...claims.filter(({ subject }) => totals.has(subject)).map(({ value }) => new Big(value))]
}

/** 约占八成, 占 80%以上: no number to the place. */
function isAbout({ percent, sentence }: Share): boolean {
  const digits = percent.replace('.', '\\.')
  return new RegExp(`(?:约|近|超过?|逾)占?\\s?${digits}|${digits}\\s?[%％]\\s?(?:以上|以下|左右|多|余)`).test(sentence)
}
