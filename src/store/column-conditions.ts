import { Prisma } from './generated/prisma/client.ts'

// What may be asked of the value of one column, as SQL.

type Sql = Prisma.Sql
const { join, raw, sql } = Prisma

/** A condition left out, or given as null, asks for nothing. */
export type Optional<Conditions> = { readonly [Name in keyof Conditions]?: Conditions[Name] | null }

/** Conditions on a text; all given ones must hold. */
export type TextCondition = Optional<{
  equals: string
  in: readonly string[]
  startsWith: string
  contains: string
}>

/** Conditions on a code of a closed list. */
export type CodeCondition<Code extends string> = Optional<{ equals: Code; in: readonly Code[] }>

/** Conditions on a number. */
export type NumberCondition = Optional<{ equals: number; in: readonly number[]; gte: number; lte: number }>

/** Conditions on a moment: from one, and before another. */
export type MomentCondition = Optional<{ gte: Date; lt: Date }>

/** All of them hold. */
export const all = (parts: readonly Sql[]): Sql =>
  parts.length === 0 ? sql`TRUE` : sql`(${join([...parts], ' AND ')})`
/** One of them holds at least. */
export const any = (parts: readonly Sql[]): Sql =>
  parts.length === 0 ? sql`FALSE` : sql`(${join([...parts], ' OR ')})`

/** The conditions that were given, each with its value. */
export const given = <Value>(value: Value | null | undefined, holds: (value: Value) => Sql): Sql[] =>
  value == null ? [] : [holds(value)]

/** Holds where the text of the column fulfils the conditions. */
export function text(column: Sql, condition: TextCondition | null | undefined): Sql[] {
  const { equals, in: values, startsWith, contains } = condition ?? {}
  return [
    ...given(equals, (value) => sql`${column} = ${value}`),
    ...given(values, (some) => any(some.map((value) => sql`${column} = ${value}`))),
    ...given(startsWith, (part) => sql`${column} LIKE ${`${literal(part)}%`}`),
    ...given(contains, (part) => sql`${column} LIKE ${`%${literal(part)}%`}`),
  ]
}

/** The text as a part of a pattern of LIKE, where it stands for itself. */
const literal = (part: string) => part.replace(/[\\%_]/g, '\\$&')

/** Holds where the code of the column, of that type of the store, fulfils the conditions. */
export function coded<Code extends string>(
  column: Sql,
  condition: CodeCondition<Code> | null | undefined,
  type: string,
): Sql[] {
  const { equals, in: codes } = condition ?? {}
  return [
    ...given(equals, (code) => sql`${column} = ${code}::${raw(type)}`),
    ...given(codes, (some) => sql`${column} = ANY(${[...some]}::${raw(type)}[])`),
  ]
}

/** Holds where the number of the column fulfils the conditions. */
export function number(column: Sql, condition: NumberCondition | null | undefined): Sql[] {
  const { equals, in: values, gte, lte } = condition ?? {}
  return [
    ...given(equals, (value) => sql`${column} = ${value}::int`),
    ...given(values, (some) => sql`${column} = ANY(${[...some]}::int[])`),
    ...given(gte, (value) => sql`${column} >= ${value}::int`),
    ...given(lte, (value) => sql`${column} <= ${value}::int`),
  ]
}

/** Holds where the moment of the column fulfils the conditions. */
export function moment(column: Sql, condition: MomentCondition | null | undefined): Sql[] {
  const { gte, lt } = condition ?? {}
  return [
    ...given(gte, (from) => sql`${column} >= ${from}::timestamptz`),
    ...given(lt, (end) => sql`${column} < ${end}::timestamptz`),
  ]
}

/** Holds where the code of the column is of a division, or of something in it. */
export function isWithin(column: Sql, code: string): Sql {
  const [first, last] = codesWithin(code)
  return sql`${column} BETWEEN ${first} AND ${last}`
}

/** The first and the last code that something within a division can have: they begin with its own, without the pairs of noughts at its end. */
export function codesWithin(code: string): readonly [first: string, last: string] {
  const prefix = code.replace(/(00){1,2}$/, '')
  return [prefix.padEnd(6, '0'), prefix.padEnd(6, '9')]
}
