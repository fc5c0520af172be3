// The settings of the hub by which its variants differ. Each is set for one variant and left alone for the others.

/** How many megabytes of revisions the hub keeps; 0 for none. */
const REVISIONS_KEPT = 'REVISIONS_KEPT'

/** How many megabytes of answers the hub keeps; 0 for none. */
const ANSWERS_KEPT = 'ANSWERS_KEPT'

/** The hub as it is started, and with less and less kept in memory. */
export const HUB_SETTINGS = {
  /** As users start it. */
  asStarted: {},
  /** Every answer is worked out anew, of revisions that are kept. */
  withoutAnswers: { [ANSWERS_KEPT]: '0' },
  /** Every answer is worked out anew, of rows that are read anew. */
  withoutAnythingKept: { [ANSWERS_KEPT]: '0', [REVISIONS_KEPT]: '0' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>
