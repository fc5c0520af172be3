import type { Chance } from './chance.ts'
import type { PrintedReport } from './printed-report.ts'

/** What publishing does to whole tables, whatever their layout. */
export type Dress = (report: PrintedReport, chance: Chance) => PrintedReport
