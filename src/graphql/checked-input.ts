import {
  coerceInputValue,
  type GraphQLInputType,
  getNullableType,
  isInputObjectType,
  isInputType,
  isListType,
} from 'graphql'
import type { z } from 'zod'
import type { ReportCondition } from '../store/conditions.ts'
import { overLimitOf } from './limits.ts'
import { badUserInput, shown } from './refusals.ts'
import { schema } from './schema.ts'

/**
 * A value of JSON as the `ReportFilter` of the schema: what the schema does not take, and what is over one of its limits, is refused as in
 * GraphQL. Null asks for nothing.
 * @throws GraphQLError with code BAD_USER_INPUT.
 */
export function readReportFilter(json: unknown): ReportCondition {
  return (json === null ? {} : checkedInput('ReportFilter', json)) as ReportCondition
}

/** The same from a text of JSON, as addresses and command lines have it. */
export function parseReportFilter(text: string): ReportCondition {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw badUserInput(
      `Expected "filter" to be a ReportFilter as JSON, like {"year":{"gte":2021}}, got ${shown(text)}: ${(error as Error).message}.`,
    )
  }
  return readReportFilter(json)
}

/** A value of JSON as an input of that name, checked as an argument would be. */
function checkedInput(name: string, json: unknown): unknown {
  const type = schema.getType(name)
  if (!isInputType(type)) throw new Error(`Expected the schema to have an input ${name}, got ${type}.`)
  const value: unknown = coerceInputValue(json, type, (path, _value, error) => {
    const where = path.length === 0 ? name : `${name}.${path.join('.')}`
    throw badUserInput(`Expected "${where}" as the schema has it, got something else: ${error.message}`)
  })
  const issues = [...issuesOf(value, type)]
  if (issues.length > 0) {
    const over = issues.map(overLimitOf).find((found) => found !== null)
    throw badUserInput(issues.map(({ message }) => message).join(' '), over)
  }
  return value
}

/** The checks that the schema keeps beside a type or a field, where the validation plugin of Pothos puts them. */
function checksOf({ extensions }: { readonly extensions?: object }): readonly z.ZodType[] {
  const kept = extensions as { readonly '@pothos/plugin-validation'?: { readonly schemas?: readonly z.ZodType[] } }
  return kept?.['@pothos/plugin-validation']?.schemas ?? []
}

function* issuesOf(value: unknown, of: GraphQLInputType): Generator<z.core.$ZodIssue, void, undefined> {
  const type = getNullableType(of)
  if (value == null) return
  if (isListType(type)) {
    for (const part of value as readonly unknown[]) yield* issuesOf(part, type.ofType)
  } else if (isInputObjectType(type)) {
    const within = Object.entries(type.getFields()).flatMap(([name, field]) => {
      const part = (value as Readonly<Record<string, unknown>>)[name]
      return [...issuesOf(part, field.type), ...broken(field, part)]
    })
    // What is wrong within is told, and not what that makes of the whole.
    yield* within.length > 0 ? within : broken(type, value)
  }
}

function* broken(of: { readonly extensions?: object }, value: unknown): Generator<z.core.$ZodIssue, void, undefined> {
  for (const check of checksOf(of)) yield* check.safeParse(value).error?.issues ?? []
}
