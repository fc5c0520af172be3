import { beforeAll, describe, expect, it } from 'vitest'
import { FIGURE_PATHS } from '../../src/domain/figure-paths.ts'
import { sample, testHub } from '../hub.ts'

const hub = await testHub()
beforeAll(() => hub.ingestSamples('daxing-2020', 'tongzhou-2018'))

interface Cell {
  readonly path: string
  readonly decimal: string | null
}

/** The figures of a report of 大兴区 on 2020, or of the one asked for. */
async function figures(selection: string, of = 'district: "110115", year: 2020') {
  const { report } = await hub.dataOf<{ report: { figures: readonly Cell[] } }, never>(
    `{ report(${of}) { figures${selection} } }`,
  )
  return report.figures
}

describe('the figures of a report', () => {
  it('are those of all families, in the order of the form', async () => {
    const all = await figures('{ path decimal }')
    expect(all).toHaveLength(201)
    const families = all.map(({ path }) => path.split('.')[0])
    expect([...new Set(families)]).toEqual(['disclosure', 'applications', 'review', 'litigation'])
    expect(all).toContainEqual({ path: 'disclosure.PROCUREMENT.AMOUNT', decimal: '28130.0902' })
    expect(all).toContainEqual({ path: 'disclosure.LICENSING.CHANGE', decimal: '-15' })
  })

  it('are those asked for, in the order in which they are asked for, without what is not printed', async () => {
    const paths =
      '["review.TOTAL", "disclosure.PROACTIVE.COUNT", "applications.RECEIVED.TOTAL", "litigation.DIRECT.TOTAL"]'
    expect(await figures(`(paths: ${paths}) { path decimal }`)).toEqual([
      { path: 'review.TOTAL', decimal: '117' },
      { path: 'applications.RECEIVED.TOTAL', decimal: '953' },
      { path: 'litigation.DIRECT.TOTAL', decimal: '37' },
    ])
    expect(await figures('(paths: []) { path }')).toEqual([])
  })

  it('have their evidence, whatever their family', async () => {
    const [figure] = await figures(`(paths: ["applications.RECEIVED.TOTAL"]) {
      __typename path decimal state raw unit label(language: EN)
      locator { ... on TextLocator { line } } snippet { exact }
      ... on ApplicationOutcome { row value }
    }`)
    expect(figure).toEqual({
      __typename: 'ApplicationOutcome',
      path: 'applications.RECEIVED.TOTAL',
      decimal: '953',
      state: 'STATED',
      raw: '953',
      unit: 'CASES',
      label: 'Requests newly received this year: Total',
      locator: { line: expect.any(Number) },
      snippet: { exact: '953' },
      row: 'RECEIVED',
      value: 953,
    })
  })

  it('are labelled as their form labels them', async () => {
    const of = 'district: "110112", year: 2018'
    expect(await figures('(paths: ["applications.RECEIVED.TOTAL"]) { label }', of)).toEqual([{ label: '收到申请数' }])
  })

  it('are those of a revision and of a preview as well', async () => {
    const selection = 'figures(paths: ["applications.RECEIVED.TOTAL"]) { decimal }'
    const { report } = await hub.dataOf<{ report: { currentRevision: object } }, never>(
      `{ report(district: "110115", year: 2020) { currentRevision { ${selection} } } }`,
    )
    const { previewReport } = await hub.dataOf<{ previewReport: object }, object>(
      `mutation ($text: String!) { previewReport(input: { source: { text: $text } }) { ... on PreviewedReport { ${selection} } } }`,
      { text: sample('daxing-2020') },
    )
    expect(report.currentRevision).toEqual({ figures: [{ decimal: '953' }] })
    expect(previewReport).toEqual({ figures: [{ decimal: '953' }] })
  })

  it.each([
    ['of one family', '["review.TOTAL", "review.UPHELD"]', 1],
    ['of two families', '["review.TOTAL", "litigation.DIRECT.TOTAL"]', 2],
  ])('%s are loaded, and no others', async (_name, paths, families) => {
    hub.db.forgetStatements()
    await figures(`(paths: ${paths}) { decimal }`)
    // The report with its current revision, the families in one.
    expect(hub.db.statements).toHaveLength(2)
    const read = ['disclosure_items', 'application_outcomes', 'review_results', 'litigation_results'].filter((table) =>
      hub.db.statements.some((text) => text.includes(table)),
    )
    expect(read).toHaveLength(families)
  })

  it('cost what is asked for', async () => {
    const reports = (paths: readonly string[]) =>
      hub.ask(
        'query ($paths: [FigurePath!]) { reports(first: 100) { nodes { figures(paths: $paths) { path decimal raw label } } } }',
        {
          paths,
        },
      )
    expect((await reports(FIGURE_PATHS.slice(0, 20))).errors).toBeUndefined()
    expect((await reports(FIGURE_PATHS)).errors?.[0]?.extensions?.code).toBe('QUERY_TOO_COMPLEX')
  })
})

describe('one figure', () => {
  const figure = async (path: string) => {
    const { report } = await hub.dataOf<{ report: { figure: unknown } }, object>(
      'query ($path: FigurePath!) { report(district: "110115", year: 2020) { figure(path: $path) { path decimal } } }',
      { path },
    )
    return report.figure
  }

  it('is found by its path', async () => {
    expect(await figure('applications.CARRIED_OVER.TOTAL')).toEqual({
      path: 'applications.CARRIED_OVER.TOTAL',
      decimal: '37',
    })
  })

  it('is null when the document does not print it', async () => {
    expect(await figure('disclosure.NORMATIVE_DOCUMENTS.IN_FORCE')).toBeNull()
  })
})

describe('a path that is none', () => {
  it.each([
    ['in the document', '{ reports { nodes { figure(path: "applications.RECIEVED.TOTAL") { raw } } } }', undefined],
    [
      'in a variable',
      'query ($paths: [FigurePath!]) { reports { nodes { figures(paths: $paths) { raw } } } }',
      { paths: ['review.TOTAL', 'applications.RECIEVED.TOTAL'] },
    ],
  ])('%s is refused, with the nearest ones', async (_where, query, variables) => {
    const { errors } = await hub.ask(query, variables)
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT')
    expect(errors?.[0]?.message).toContain('Expected the path of a figure, got "applications.RECIEVED.TOTAL".')
    expect(errors?.[0]?.message).toContain('The nearest are applications.RECEIVED.TOTAL,')
  })

  it('is told in short when it is long', async () => {
    const { errors } = await hub.ask(`{ reports { nodes { figure(path: "${'x'.repeat(1000)}") { raw } } } }`)
    expect(errors?.[0]?.message).toContain(`got "${'x'.repeat(80)}".`)
    expect(errors?.[0]?.message).not.toContain('x'.repeat(81))
  })
})
