import type { Locator } from '../domain/locator.ts'
import { toReportObject } from '../ingest/report-object.ts'
import type { ReportObject } from '../ingest/report-object-schema.ts'
import type { ReportCondition } from '../store/conditions.ts'
import type { Snapshot } from '../store/snapshot.ts'
import { type WholeReport, wholeReports } from '../store/whole-reports.ts'

/**
 * The reports of the condition as JSON Lines: one report object a line, without its findings, which ingestion works out anew. A hub that
 * ingests these lines and nothing else gives the same bytes again.
 */
export async function* reportLines(
  snapshot: Snapshot,
  condition: ReportCondition,
): AsyncGenerator<string, void, undefined> {
  for await (const batch of wholeReports(snapshot, condition)) {
    yield batch.map((report) => `${JSON.stringify(exportedObject(report))}\n`).join('')
  }
}

/** A stored report as a report object, the same for the same report: keys, figures and places in one order. */
export function exportedObject({ head, report }: WholeReport): ReportObject {
  const { findings, ...object } = toReportObject(report, [])
  const { figures, ...before } = object
  return inOrder({ ...before, sourceUrl: head.sourceUrl, figures })
}

/** The object with every place in it spelled in one order: the store keeps places as JSON with an order of its own. */
function inOrder<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(inOrder) as Value
  if (value === null || typeof value !== 'object') return value
  if ('kind' in value && typeof value.kind === 'string') return placeInOrder(value as unknown as Locator) as Value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, inOrder(part)])) as Value
}

function placeInOrder(at: Locator): Locator {
  const { kind } = at
  switch (kind) {
    case 'TEXT':
      return { kind, line: at.line, column: at.column }
    case 'TABLE':
      return { kind, table: at.table, row: at.row, cell: at.cell }
    case 'BLOCK':
      return { kind, block: at.block }
    case 'PAGE':
      return { kind, page: at.page, box: at.box }
  }
}
