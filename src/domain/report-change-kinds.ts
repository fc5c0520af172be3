import type { Term } from './terms.ts'

/** What can become of what is in force of a report. */
export const REPORT_CHANGE_KINDS = {
  CREATED: { label: '首次入库', labelEn: 'its first revision was made' },
  REVISED: { label: '更正', labelEn: 'a new revision was made, and is in force' },
  WITHDRAWN: { label: '撤回', labelEn: 'it was withdrawn: nothing is in force' },
  RESTORED: { label: '恢复', labelEn: 'an earlier revision is in force again' },
} as const satisfies Record<string, Term>

export type ReportChangeKind = keyof typeof REPORT_CHANGE_KINDS
