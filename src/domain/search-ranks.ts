import type { Term } from './terms.ts'

/** How well a section answers a search, the best first. Sections of one rank come by year, the latest first. */
export const SEARCH_RANKS = {
  HEADING: { label: '标题中有全部检索词', labelEn: 'its heading has all that is searched for' },
  REPEATED: { label: '各检索词均出现三次以上', labelEn: 'all that is searched for stands there three times or more' },
  MENTIONED: { label: '出现全部检索词', labelEn: 'all that is searched for stands there' },
} as const satisfies Record<string, Term>

export type SearchRank = keyof typeof SEARCH_RANKS
