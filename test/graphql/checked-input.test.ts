import { describe, expect, it } from 'vitest'
import { parseReportFilter } from '../../src/graphql/checked-input.ts'
import { testHub } from '../hub.ts'

// A filter that comes as JSON is refused as one in a query is.

const hub = await testHub()

function refusalOf(filter: unknown) {
  try {
    parseReportFilter(JSON.stringify(filter))
    return null
  } catch (error) {
    const { message, extensions } = error as { message: string; extensions: Readonly<Record<string, unknown>> }
    return { message, extensions }
  }
}

const refusalInGraphql = async (filter: unknown) =>
  (await hub.ask('query ($filter: ReportFilter) { reports(filter: $filter) { totalCount } }', { filter })).errors?.[0]

const deep = (levels: number): unknown => (levels === 0 ? { year: { equals: 2020 } } : { AND: [deep(levels - 1)] })

describe('a filter as JSON', () => {
  it('is what the schema makes of it', () => {
    expect(
      parseReportFilter('{"year":{"gte":2019},"district":{"within":"110000"},"form":{"in":["FORM_2019"]}}'),
    ).toEqual({
      year: { gte: 2019 },
      district: { within: '110000' },
      form: { in: ['FORM_2019'] },
    })
    expect(parseReportFilter('{"updatedAt":{"gte":"2026-01-01T00:00:00Z"}}')).toEqual({
      updatedAt: { gte: new Date('2026-01-01T00:00:00Z') },
    })
    expect(parseReportFilter('null')).toEqual({})
  })

  it.each([
    ['a division that there is not', { district: { within: '999999' } }],
    ['one within a list', { OR: [{ agency: { district: { within: '12' } } }] }],
    ['a year of five digits', { year: { equals: 20_200 } }],
    ['a NUL', { agency: { name: { equals: '\0' } } }],
    ['too many values', { year: { in: Array.from({ length: 101 }, () => 2020) } }],
    ['too many levels', deep(6)],
    ['too many conditions', { OR: Array.from({ length: 51 }, () => ({ year: { equals: 2020 } })) }],
  ])('is refused with the words of GraphQL for %s', async (_name, filter) => {
    const inGraphql = await refusalInGraphql(filter)
    expect(refusalOf(filter)).toEqual({ message: inGraphql?.message, extensions: inGraphql?.extensions })
    expect(inGraphql?.extensions?.code).toBe('BAD_USER_INPUT')
  })

  it.each([
    [
      'a name that the schema has not',
      { yaer: 1 },
      '"ReportFilter" as the schema has it, got something else: Field "yaer" is not defined',
    ],
    ['a year as text', { year: { equals: '2020' } }, '"ReportFilter.year.equals"'],
    ['a form that there is not', { form: { equals: 'FORM_2012' } }, '"ReportFilter.form.equals"'],
    ['a moment that is none', { updatedAt: { gte: 'yesterday' } }, '"ReportFilter.updatedAt.gte"'],
    ['a list', [], '"ReportFilter'],
    ['a text', 'x', '"ReportFilter"'],
  ])('is refused for %s, by its place', (_name, filter, message) => {
    expect(refusalOf(filter)).toMatchObject({
      message: expect.stringContaining(message),
      extensions: { code: 'BAD_USER_INPUT' },
    })
  })

  it('that is no JSON is shown', () => {
    expect(() => parseReportFilter('{year: 2020}')).toThrow(
      'Expected "filter" to be a ReportFilter as JSON, like {"year":{"gte":2021}}, got "{year: 2020}": ',
    )
  })
})
