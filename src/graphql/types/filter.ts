import { z } from 'zod'
import { districtByCode } from '../../domain/district-registry.ts'
import type { AgencyCondition, DistrictCondition, FindingCondition, ReportCondition } from '../../store/conditions.ts'
import { builder } from '../builder.ts'
import { atMost, LIMITS } from '../limits.ts'
import { shown } from '../refusals.ts'

// Conditions are spelled as the store spells them (src/store/conditions.ts), so that a filter goes to it as it is. A condition given as
// null asks for nothing: a variable may be left empty.

/** Which districts: its fields stand beside the type, as those of the others do. Filters lead to each other. */
export const DistrictFilter = builder.inputRef<DistrictCondition, false>('DistrictFilter')
/** Which agencies. */
export const AgencyFilter = builder.inputRef<AgencyCondition, false>('AgencyFilter')
/** Which reports. */
export const ReportFilter = builder.inputRef<ReportCondition, false>('ReportFilter')
/** Which findings. */
export const FindingFilter = builder.inputRef<FindingCondition, false>('FindingFilter')

/** The most values of one `in`. */
const MAX_VALUES = LIMITS.filterValues.most
/** A list of values, as long as an `in` may be. */
export const upTo = <Value extends z.ZodType>(value: Value) =>
  z
    .array(value)
    .superRefine(atMost('filterValues', (values) => values.length, `Expected at most ${MAX_VALUES} values in "in".`))
    .nullish()

/** The values of an `in` that the schema has checked one by one. */
export const someCodes = upTo(z.unknown())

const MAX_SELECTED = LIMITS.selectedCodes.most
/** The codes or paths that an argument of a field selects. */
export const selectedCodes = z
  .array(z.unknown())
  .superRefine(
    atMost(
      'selectedCodes',
      (codes) => codes.length,
      `Expected at most ${MAX_SELECTED} codes or paths: name each once.`,
    ),
  )
  .nullish()

/** The most keys of one `orderBy`. */
const MAX_KEYS = LIMITS.sortKeys.most
/** What a list is sorted by. */
export const sortKeys = z
  .array(z.unknown())
  .superRefine(
    atMost(
      'sortKeys',
      (keys) => keys.length,
      `Expected at most ${MAX_KEYS} entries in "orderBy". Those behind the first few hardly ever decide.`,
    ),
  )
  .nullish()

/** PostgreSQL has no text with such a character. */
export const storable = z
  .string()
  .refine((text) => !text.includes('\0'), 'Expected a text without NUL characters.')
  .nullish()

/** Any year that the store can hold. */
export const year = z
  .int()
  .min(0, 'Expected a year of up to four digits.')
  .max(9999, 'Expected a year of up to four digits.')
  .nullish()

/** The code of a division that there is, or was. */
export const divisionCode = z
  .string()
  .refine((code) => districtByCode(code) !== undefined, {
    error: ({ input }) =>
      `Expected the code of a division of GB/T 2260, six digits like "110000", got ${shown(input)}. \`districts\` lists them all.`,
  })
  .nullish()

export const StringFilter = builder.inputType('StringFilter', {
  description: 'Conditions on a text; all given ones must hold.',
  fields: (t) => ({
    equals: t.string({ description: 'Is exactly this.', validate: storable }),
    in: t.stringList({ description: `Is one of these, at most ${MAX_VALUES}.`, validate: upTo(storable) }),
    startsWith: t.string({ description: 'Begins with this.', validate: storable }),
    contains: t.string({ description: 'Contains this.', validate: storable }),
  }),
})

export const YearFilter = builder.inputType('YearFilter', {
  description: 'Conditions on a year; all given ones must hold.',
  fields: (t) => ({
    equals: t.int({ description: 'Is exactly this.', validate: year }),
    in: t.intList({ description: `Is one of these, at most ${MAX_VALUES}.`, validate: upTo(year) }),
    gte: t.int({ description: 'Is this or more.', validate: year }),
    lte: t.int({ description: 'Is this or less.', validate: year }),
  }),
})

/** The way of sorting. */
export const Direction = builder.enumType('Direction', {
  description: 'The way of sorting.',
  values: {
    ASC: { value: 'asc', description: 'Ascending.' },
    DESC: { value: 'desc', description: 'Descending.' },
  } as const,
})

/** A moment that the store can hold. */
export const moment = z.date().min(new Date('0001-01-01T00:00:00Z'), 'Expected a moment of the common era.').nullish()

export const DateTimeFilter = builder.inputType('DateTimeFilter', {
  description: 'Conditions on a moment; all given ones must hold.',
  fields: (t) => ({
    gte: t.field({ type: 'DateTime', description: 'Is this or later.', validate: moment }),
    lt: t.field({ type: 'DateTime', description: 'Is before this.', validate: moment }),
  }),
})

type FilterRef<Condition extends object> = ReturnType<typeof builder.inputRef<Condition, false>>
type InputFields = PothosSchemaTypes.InputFieldBuilder<typeof builder.$inferSchemaTypes, 'InputObject'>

/** How conditions are put together in every filter. */
export const combinations = <Condition extends object>(t: InputFields, filter: FilterRef<Condition>) => ({
  AND: t.field({ type: [filter], description: 'All of these hold.' }),
  OR: t.field({ type: [filter], description: 'At least one of these holds; an empty list never does.' }),
  NOT: t.field({ type: [filter], description: 'None of these holds. Whatever has no value fulfils this as well.' }),
})

/** Conditions on the rows that hang off one. */
function relatedFilter<Condition extends object>(name: string, rows: string, filter: FilterRef<Condition>) {
  return builder.inputType(name, {
    description: `Conditions on the ${rows} of something; all given ones must hold.`,
    fields: (t) => ({
      some: t.field({ type: filter, description: 'At least one of them is like this.' }),
      every: t.field({ type: filter, description: 'All of them are like this; also where there are none.' }),
      none: t.field({ type: filter, description: 'None of them is like this.' }),
    }),
  })
}

export const DistrictListFilter = relatedFilter('DistrictListFilter', 'districts', DistrictFilter)
export const AgencyListFilter = relatedFilter('AgencyListFilter', 'agencies', AgencyFilter)
export const ReportListFilter = relatedFilter('ReportListFilter', 'reports', ReportFilter)
export const FindingListFilter = relatedFilter('FindingListFilter', 'findings', FindingFilter)
