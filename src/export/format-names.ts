/** The formats in which reports go out, by the endings of their files. */
export const EXPORT_FORMAT_NAMES = ['jsonl', 'csv', 'xlsx'] as const

export type ExportFormatName = (typeof EXPORT_FORMAT_NAMES)[number]
