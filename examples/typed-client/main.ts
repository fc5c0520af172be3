import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import {
  CheckAReportDocument,
  DistrictsOfAProvinceDocument,
  type DistrictsOfAProvinceQuery,
  ReportIngestedDocument,
} from './generated/graphql.ts'
import { connect, HubError } from './hub.ts'

// npm run example:client -- [--url …] [--province 110000] [--page 2] [--check FILE] [--follow]
// What the districts of a province publish; the key for --check comes from HUB_KEY.

const { values: options } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:4000/graphql' },
    province: { type: 'string', default: '110000' },
    page: { type: 'string', default: '2' },
    check: { type: 'string' },
    follow: { type: 'boolean', default: false },
  },
})
const { url, province } = options
const hub = connect(url, process.env.HUB_KEY)

type District = DistrictsOfAProvinceQuery['districts']['nodes'][number]

/** A line for the latest report of a district. What is unknown says why, and is never zero. */
function lineOf({ name, reports }: District): readonly string[] {
  const [report] = reports.nodes
  const [rate] = report?.metrics ?? []
  return [
    String(report?.year ?? ''),
    // Decimals are texts: they are shown as they came, and no digit is lost.
    report?.received?.decimal ?? report?.received?.state ?? 'ABSENT',
    rate?.value ?? rate?.reason ?? '',
    rate?.comparison?.comparability ?? '',
    String(report?.findings.length ?? ''),
    name,
  ]
}

/** Every district of the province, page by page. */
async function districts(): Promise<District[]> {
  const found: District[] = []
  let after: string | null = null
  do {
    const page: DistrictsOfAProvinceQuery['districts'] = await pageAfter(after)
    found.push(...page.nodes)
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
  } while (after !== null)
  return found
}

async function pageAfter(after: string | null): Promise<DistrictsOfAProvinceQuery['districts']> {
  const first = Number(options.page)
  const { data, status, trusted } = await hub.ask(DistrictsOfAProvinceDocument, { province, first, after })
  const asked = trusted ? 'by its id' : 'by its text: the hub does not trust it'
  console.log(`status ${status}, districts: ${data.districts.nodes.length}, asked ${asked}`)
  return data.districts
}

/** Lines as a table. The last column may be of any width. */
function print(lines: readonly (readonly string[])[]): void {
  const widths = lines[0]?.slice(0, -1).map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  for (const line of lines) console.log(line.map((cell, column) => cell.padEnd(widths?.[column] ?? 0)).join('  '))
}

/** What the hub says of a report before it is published. Nothing is stored. */
async function check(file: string): Promise<void> {
  const { previewReport } = await hub.run(CheckAReportDocument, { text: await readFile(file, 'utf8') })
  switch (previewReport?.__typename) {
    case 'PreviewedReport':
      return console.log(`${previewReport.district?.fullName} ${previewReport.year}: ${previewReport.status}`)
    case 'BrokenRulesError':
      for (const { ruleId, message, remedy } of previewReport.findings) console.log(`${ruleId}: ${message}. ${remedy}`)
      return
    default:
      // One of the others, which all say what was expected, what came and what to try.
      console.log(`${previewReport?.__typename}: ${previewReport?.message}`)
  }
}

try {
  const found = await districts()
  print([['year', 'received', 'disclosed', 'like 2021', 'findings', 'district'], ...found.map(lineOf)])
  await pageAfter(null)
  if (options.check !== undefined) await check(options.check)
  if (options.follow) {
    console.log('waiting for reports; Ctrl-C ends')
    for await (const { reportIngested } of hub.follow(ReportIngestedDocument, { province })) {
      const { outcome, report } = reportIngested
      console.log(`${outcome} ${report.district.name} ${report.year}: ${report.status}`)
    }
  }
} catch (error) {
  if (error instanceof HubError) console.error(`${error.code}: ${error.message}`)
  else if (error instanceof TypeError && error.message === 'fetch failed')
    console.error(`No hub answers at ${url}: \`npm start\` starts one.`)
  else throw error
  process.exitCode = 1
}
