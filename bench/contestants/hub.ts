// The settings of the hub by which its variants differ. Each is set for some variants and left alone for the others.

/** Answers are worked out anew. What is not kept of them is kept of revisions: it is as many megabytes in all. */
const NO_ANSWERS = { ANSWER_CACHE_MEGABYTES: '0', REVISION_CACHE_MEGABYTES: '64' }

/** What was read of revisions is read again, too. */
const NOTHING = { ANSWER_CACHE_MEGABYTES: '0', REVISION_CACHE_MEGABYTES: '0' }

/** The hub as it is started, and with less and less kept in memory. */
export const HUB_SETTINGS = {
  /** As users start it. */
  asStarted: {},
  /** Every answer is worked out anew, of revisions that are kept. */
  withoutAnswers: NO_ANSWERS,
  /** Every answer is worked out anew, of rows that are read anew. */
  withoutAnythingKept: NOTHING,
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>
