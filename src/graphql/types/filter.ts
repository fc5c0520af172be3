import { z } from 'zod'
import { builder } from '../builder.ts'
import { atMost, LIMITS } from '../limits.ts'

// The conditions are spelled as the store's client spells them, so that a filter goes to it as it is.

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

/** A part of a text, for the store to look for: it takes %, _ and \ for patterns, unless told otherwise. */
const part = storable.transform((text) => text?.replace(/[\\%_]/g, '\\$&'))

export const StringFilter = builder.inputType('StringFilter', {
  description: 'Conditions on a text; all given ones must hold.',
  fields: (t) => ({
    equals: t.string({ description: 'Is exactly this.', validate: storable }),
    in: t.stringList({ description: `Is one of these, at most ${MAX_VALUES}.`, validate: upTo(storable) }),
    startsWith: t.string({ description: 'Begins with this.', validate: part }),
    contains: t.string({ description: 'Contains this.', validate: part }),
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

type WithoutNulls<T> = T extends readonly (infer Item)[]
  ? WithoutNulls<Item>[]
  : T extends object
    ? { [Key in keyof T]?: WithoutNulls<NonNullable<T[Key]>> }
    : T

/** The filter without the conditions given as null: a variable left empty asks for nothing. */
export function withoutNulls<T extends object>(filter: T): WithoutNulls<T> {
  return Object.fromEntries(
    Object.entries(filter)
      .filter(([, condition]) => condition != null)
      .map(([name, condition]) => [
        name,
        typeof condition === 'object' && !Array.isArray(condition) ? withoutNulls(condition) : condition,
      ]),
  ) as WithoutNulls<T>
}
