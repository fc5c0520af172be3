import type { ReportCondition } from '../store/conditions.ts'
import type { Snapshot } from '../store/snapshot.ts'
import { figureTable } from './figure-table.ts'
import type { ExportFormatName } from './format-names.ts'
import { reportLines } from './report-lines.ts'
import { WORKBOOK_TYPE } from './spreadsheet-xml.ts'
import { workbook } from './workbook.ts'

/** What may be asked of a format. */
export interface ExportOptions {
  /** Begins with a byte order mark, by which Excel tells UTF-8: of CSV. */
  readonly bom?: boolean
}

/** A format in which all reports of a condition go out. */
interface ExportFormat {
  readonly mediaType: string
  /** Whether its bytes are worth compressing on their way. */
  readonly isText: boolean
  /** The parts of the file, each made when it is asked for. */
  readonly write: (
    snapshot: Snapshot,
    condition: ReportCondition,
    options: ExportOptions,
  ) => AsyncGenerator<string | Uint8Array, void, undefined>
}

/** How each format is written. */
export const EXPORT_FORMATS: Readonly<Record<ExportFormatName, ExportFormat>> = {
  jsonl: { mediaType: 'application/jsonl; charset=utf-8', isText: true, write: reportLines },
  csv: { mediaType: 'text/csv; charset=utf-8; header=present', isText: true, write: figureTable },
  xlsx: { mediaType: WORKBOOK_TYPE, isText: false, write: (snapshot, condition) => workbook(snapshot, condition) },
}
