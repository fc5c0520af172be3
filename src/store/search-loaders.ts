import DataLoader from 'dataloader'
import type { Locator } from '../domain/locator.ts'
import type { Section } from '../domain/report.ts'
import type { Database } from './database.ts'
import type { SectionKey } from './search.ts'
import { highlightsOf, type SearchHighlight } from './search-highlights.ts'

/** Single sections, by their keys. */
export type SectionLoader = DataLoader<SectionKey, Section, string>

/** Where the words of a search stand in a section. */
export type HighlightLoader = DataLoader<SectionKey & { readonly words: readonly string[] }, SearchHighlight[], string>

const textOf = ({ agencyId, year, number, position }: SectionKey) => `${agencyId}/${year}/${number}/${position}`

export function sectionLoader(db: Database): SectionLoader {
  return new DataLoader<SectionKey, Section, string>(
    async (keys) => {
      const { rows } = await db.pool.query<{ heading: string | null; text: string; at: Locator | null }>(SECTIONS, [
        keys.map(({ agencyId }) => agencyId),
        keys.map(({ year }) => year),
        keys.map(({ number }) => number),
        keys.map(({ position }) => position),
      ])
      return keys.map((key, place) => rows[place] ?? new Error(`Expected the section ${textOf(key)}, found none.`))
    },
    { cacheKeyFn: textOf },
  )
}

export function highlightLoader(db: Database): HighlightLoader {
  return new DataLoader<SectionKey & { readonly words: readonly string[] }, SearchHighlight[], string>(
    async (keys) => {
      // One statement for each search of the request, and mostly there is one.
      const searches = Map.groupBy(keys, ({ words }) => words.join('\n'))
      const found = new Map<SectionKey, SearchHighlight[]>()
      for (const sections of searches.values()) {
        const highlights = await highlightsOf(db, sections[0]?.words ?? [], sections)
        for (const [place, section] of sections.entries()) found.set(section, highlights[place] ?? [])
      }
      return keys.map((key) => found.get(key) ?? [])
    },
    { cacheKeyFn: ({ words, ...key }) => `${textOf(key)}/${words.join('\n')}` },
  )
}

// A section is never taken back, so that each key has its row.
const SECTIONS = `
  SELECT heading, text, locator AS at
  FROM unnest($1::int[], $2::smallint[], $3::smallint[], $4::int[])
    WITH ORDINALITY AS asked (agency_id, year, number, position, place)
  JOIN sections USING (agency_id, year, number, position)
  ORDER BY asked.place`
