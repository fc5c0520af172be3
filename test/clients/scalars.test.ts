import { readFileSync } from 'node:fs'
import { expect, expectTypeOf, it } from 'vitest'
import type {
  DateTimeFilter,
  DecimalFilter,
  FindingPathFilter,
  OneDistrictQuery,
  ReportSource,
} from '../queries/typed/graphql.ts'

// What code generation makes of the scalars, by both of the project's configurations. `npm run check` holds the types.

type Given<Type> = NonNullable<Type>
type Report = Given<OneDistrictQuery['district']>['reports']['nodes'][number]
type SourceOf<Key extends string> = Given<
  Extract<ReportSource, Readonly<Record<Key, unknown>>>[Key & keyof ReportSource]
>

it('a decimal is a text, so that it keeps every digit', () => {
  expectTypeOf<Report['disclosureItems'][number]['value']>().toEqualTypeOf<string | null>()
  expectTypeOf<Given<DecimalFilter['gte']>>().toEqualTypeOf<string>()
})

it('a moment is a text, and no object that a cache would have to know', () => {
  expectTypeOf<Given<DateTimeFilter['gte']>>().toEqualTypeOf<string>()
})

it('a figure path begins with one of the four families', () => {
  type FigurePath = Given<FindingPathFilter['contains']>
  expectTypeOf<'applications.RECEIVED.TOTAL'>().toExtend<FigurePath>()
  expectTypeOf<'aplications.RECEIVED.TOTAL'>().not.toExtend<FigurePath>()
})

it('a file is a File, and structured data is looked at before it is used', () => {
  expectTypeOf<SourceOf<'file'>>().toEqualTypeOf<File>()
  expectTypeOf<Extract<ReportSource, { structured: unknown }>['structured']>().toBeUnknown()
})

it('nothing that was generated is any', () => {
  for (const file of ['queries/typed/graphql.ts', '../examples/typed-client/generated/graphql.ts']) {
    const types = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8').split('export class')[0]
    expect(types, file).not.toMatch(/\bany\b(?=[;,\]>|])/)
  }
})
