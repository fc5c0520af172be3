import { CHANGE_IN_WORDS, LESS, MONEY_UNIT } from '../../domain/document-words.ts'
import type { Figure } from '../../domain/figure.ts'
import type { FigurePath } from '../../domain/figure-paths.ts'
import type { Issue } from '../../domain/issue.ts'
import { isOfKind, type NumberKind, numberKindOf } from '../../domain/number-kind.ts'
import { isOtherMoney, type OtherMoney } from '../../domain/numerals.ts'
import type { Cell } from '../document.ts'
import { inTenThousandYuan, readLooseNumber } from './read-loose-number.ts'
import { readNumber } from './read-number.ts'

/** What a stage could not do, told to whoever runs it. */
export type Note = (issue: Issue) => void

/** The unit of money that a unit cell or a column head prints, when it is not the forms' 万元. */
export function otherMoneyIn(text: string): OtherMoney | null {
  const unit = MONEY_UNIT.exec(text)?.[0]
  return unit !== undefined && isOtherMoney(unit) ? unit : null
}

/**
 * A cell → a figure. A number in words, with its unit, with a word for its sign, or in another unit of money is converted, and noted; what is not a number of
 * the kind that stands there is unreadable, and noted.
 */
export function readFigure(path: FigurePath, cell: Cell, note: Note, money: OtherMoney | null = null): Figure {
  const kind = numberKindOf(path)
  const figure = { raw: cell.text, at: cell.at }
  const strict = readNumber(cell.plain)
  if (strict.state === 'BLANK') return { ...strict, ...figure }
  const printed = { paths: [path], raw: cell.text, at: cell.at }
  const isConverted = kind.decimal && money !== null && strict.state === 'STATED'
  if (strict.value !== null && !isConverted && isOfKind(strict.value, kind)) return { ...strict, ...figure }
  const inWords =
    strict.state === 'STATED' ? null : readLooseNumber(kind.signed ? withSign(cell.plain) : cell.plain, kind.decimal)
  // A number in words is in the unit of its column, unless it prints its own.
  const isInOther = kind.decimal && money !== null && inWords?.kind === 'CONVERTED' && !MONEY_UNIT.test(cell.plain)
  const loose = isConverted
    ? converted(inTenThousandYuan(cell.plain, money))
    : isInOther
      ? converted(inTenThousandYuan(inWords.value, money))
      : inWords
  if (loose?.kind === 'CONVERTED' && isOfKind(loose.value, kind)) {
    const message = `Expected ${describe(kind)} for ${path}, got "${cell.text}": taken for ${loose.value}.`
    note({ code: 'cell.converted', message, ...printed })
    return { state: 'STATED', value: loose.value, ...figure }
  }
  const isAbout = loose?.kind === 'APPROXIMATE'
  note({
    code: isAbout ? 'cell.approximate' : 'cell.unreadable',
    message: `Expected ${describe(kind)} for ${path}, got "${cell.text}"${isAbout ? ', which is not exact' : ''}. Check the cell in the document.`,
    ...printed,
  })
  return { state: 'UNREADABLE', value: null, ...figure }
}

/** 减50 → -50, 增加3 → 3. */
const withSign = (text: string) =>
  text.replace(CHANGE_IN_WORDS, (_, direction: string) => (direction === LESS ? '-' : ''))

const converted = (value: string | null) => (value === null ? null : ({ kind: 'CONVERTED', value } as const))

function describe({ decimal, signed }: NumberKind): string {
  if (decimal) return 'an amount in ten thousand yuan with at most four decimal places'
  return signed ? 'a whole number' : 'a whole number that is not negative'
}
