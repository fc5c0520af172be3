import { type FigurePath, formsOf } from '../domain/figure-paths.ts'
import { unitOfFigure } from '../domain/figure-terms.ts'
import { FORMS, type Form } from '../domain/forms.ts'
import { codesOf } from '../domain/terms.ts'
import type { Unit } from '../domain/units.ts'
import type { ReportCondition } from '../store/conditions.ts'
import type { Database } from '../store/database.ts'
import {
  completeOrder,
  loadTotals,
  type TotalOrder as Order,
  sortedGroups,
  type TotalRow,
} from '../store/load-totals.ts'
import { AGGREGATE_NAMES, type Aggregate, type TotalKey } from '../store/total-columns.ts'
import { checkAddable, checkStocks, formsIn } from './check-addable.ts'
import { markOf } from './cursor.ts'
import { oneMore, pageOf } from './page.ts'
import { type PageArgs, pageAsked } from './page-arguments.ts'
import { badUserInput } from './refusals.ts'
import { chooseFigures, type FiguresAsked, partedBy, partOf } from './total-figures.ts'
import { ORDERED, type TotalHaving, type TotalOrder } from './types/total-input.ts'

/** A group of figures, what they come to, and in which unit. */
export interface TotalShape extends Omit<TotalRow, 'place'> {
  readonly unit: Unit
}

interface TotalsArgs extends PageArgs {
  readonly of: FiguresAsked
  readonly filter?: ReportCondition | null | undefined
  readonly groupBy: readonly TotalKey[]
  readonly having?: typeof TotalHaving.$inferInput | null | undefined
  readonly orderBy?: readonly (typeof TotalOrder.$inferInput)[] | null | undefined
}

/**
 * A page of totals, with those aggregates whose names are among the selected fields.
 * @throws GraphQLError BAD_USER_INPUT or NOT_COMPARABLE, before the store is asked.
 */
export async function totalsPage(database: Database, args: TotalsArgs, selected: ReadonlySet<string>) {
  const { of, filter, groupBy, having } = args
  const { family, paths, codes } = chooseFigures(of, groupBy)
  const forms = formsIn(filter)
  checkAddable(paths, groupBy, forms)
  if (isSumAsked(args, selected)) checkStocks(paths, groupBy, filter)
  const parts = partedBy(paths, groupBy)
  const orderBy = completeOrder(orderOf(args.orderBy ?? [], groupBy), groupBy)
  const cursors = { list: 'totals', order: sortedGroups(orderBy), made: markOf(paths) }
  const asked = pageAsked(args, cursors)
  const { groups, rows } = await loadTotals(database, {
    family,
    figures: codes,
    paths,
    forms,
    filter,
    groupBy,
    aggregates: new Set(AGGREGATE_NAMES.filter((name) => selected.has(name))),
    isOneFigure: [...parts.values()].every((part) => forms.every((form) => onForm(part, form).length <= 1)),
    having: havingOf(having ?? {}),
    orderBy,
    ...oneMore(asked),
  })
  const { edges, pageInfo } = pageOf(rows, asked, cursors, ({ place }) => place)
  const unit = ({ key }: TotalRow) => unitOf(parts.get(partOf(key, groupBy)) ?? paths, key.FORM, forms)
  return {
    totalCount: groups,
    edges: edges.map(({ cursor, node }) => ({ cursor, node: { ...node, unit: unit(node) } satisfies TotalShape })),
    pageInfo,
  }
}

/** Whether sums are answered, or decide which groups are, and where they stand. */
const isSumAsked = ({ having, orderBy }: TotalsArgs, selected: ReadonlySet<string>): boolean =>
  selected.has('sum') || having?.sum != null || (orderBy ?? []).some(({ sum }) => sum != null)

const onForm = (paths: readonly FigurePath[], form: Form) => paths.filter((path) => formsOf(path).includes(form))

/** The unit that figures have in common on the form, or on those of the forms that print them. */
function unitOf(paths: readonly FigurePath[], form: Form | undefined, forms: readonly Form[]): Unit {
  // Where none of these prints them there is nothing to add, and any form tells what would be.
  const [unit] = [...(form ? [form] : forms), ...codesOf(FORMS)].flatMap((one) =>
    onForm(paths, one).map((path) => unitOfFigure(path, one)),
  )
  if (unit === undefined) throw new RangeError('Expected figures that some form has, got none.')
  return unit
}

/** @throws GraphQLError BAD_USER_INPUT when groups are sorted by a key that they do not have. */
function orderOf(orderBy: readonly (typeof TotalOrder.$inferInput)[], groupBy: readonly TotalKey[]): readonly Order[] {
  const named: Readonly<Record<string, TotalKey | Aggregate>> = {
    ...ORDERED,
    ...Object.fromEntries(AGGREGATE_NAMES.map((name) => [name, name])),
  }
  const order = orderBy.flatMap((entry) =>
    Object.entries(entry).flatMap(([name, direction]): Order[] => {
      const by = named[name]
      return by && direction ? [{ by, direction }] : []
    }),
  )
  const keys: readonly string[] = [...AGGREGATE_NAMES, ...groupBy]
  const stray = order.find(({ by }) => !keys.includes(by))
  if (stray) {
    throw badUserInput(`Expected "orderBy" with aggregates, or keys that "groupBy" has, got ${stray.by}: group by it.`)
  }
  return order
}

const COMPARISONS = ['equals', 'gt', 'gte', 'lt', 'lte'] as const

/** The conditions on what comes out, one by one. */
const havingOf = (having: typeof TotalHaving.$inferInput) =>
  AGGREGATE_NAMES.flatMap((of) =>
    COMPARISONS.flatMap((is) => {
      const value = having[of]?.[is]
      return value == null ? [] : [{ of, is, value }]
    }),
  )
