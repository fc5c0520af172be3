import { z } from 'zod'
import { SEARCH_RANKS } from '../../domain/search-ranks.ts'
import { searchWords } from '../../domain/search-words.ts'
import {
  countSections,
  type SearchHit as HitOfStore,
  ORDER_OF_HITS,
  placeOfHit,
  searchSections,
} from '../../store/search.ts'
import type { SearchHighlight as HighlightShape } from '../../store/search-highlights.ts'
import { builder } from '../builder.ts'
import { markOf } from '../cursor.ts'
import { enumFrom } from '../enum-from.ts'
import { listOf } from '../limits.ts'
import { oneMore, pageOf } from '../page.ts'
import { pageAsked, pagesInOrder } from '../page-arguments.ts'
import { reportOf } from '../report-of.ts'
import { totalCount } from '../total-count.ts'
import { ReportFilter } from './filter.ts'
import { Report } from './report.ts'
import { Section } from './section.ts'

/** A section that is found, and by what. */
interface HitShape extends HitOfStore {
  readonly words: readonly string[]
}

/** The longest query, in UTF-16 code units. */
const MAX_QUERY = 200
/** Words with highlights of a usual query. */
const WORDS_OF_A_QUERY = 5

const SearchRankCode = enumFrom(
  'SearchRank',
  'How well a section answers a search, the best first. Counted are characters and pairs of them, so that a longer word may stand a rank too high.',
  SEARCH_RANKS,
)

const SearchHighlight = builder.objectRef<HighlightShape>('SearchHighlight').implement({
  description:
    'Words of a search where they stand, with the line around them: prefix, exact and suffix as in a text quote of the Web Annotation Data Model.',
  fields: (t) => ({
    words: t.exposeString('words', { description: 'The word or the quotation of the query.' }),
    isInHeading: t.exposeBoolean('isInHeading', { description: 'Whether it stands in the heading.' }),
    prefix: t.exposeString('prefix', { description: 'What stands before in the line, at most 60 characters.' }),
    exact: t.exposeString('exact', { description: 'The words as the document prints them.' }),
    suffix: t.exposeString('suffix', { description: 'What stands behind in the line, at most 60 characters.' }),
  }),
})

const SearchHit = builder.objectRef<HitShape>('SearchHit').implement({
  description: 'A section of the current revision of a report that has everything that is searched for.',
  fields: (t) => ({
    rank: t.expose('rank', { type: SearchRankCode, description: 'How well it answers.' }),
    section: t.field({
      type: Section,
      description: 'The section.',
      resolve: (hit, _args, { loaders }) => loaders.section.load(hit),
    }),
    report: t.field({
      type: Report,
      description: 'The report that it stands in.',
      resolve: (of, _args, context, info) => reportOf(of, context, info),
    }),
    highlights: t.field({
      type: [SearchHighlight],
      description:
        'For each word or quotation of the query the first place where it stands, in the heading if it has it.',
      complexity: listOf(WORDS_OF_A_QUERY),
      resolve: (hit, _args, { loaders }) => loaders.highlights.load(hit),
    }),
  }),
})

const COUNTED = [
  totalCount.description,
  'All that is found is looked at, and of words of three characters or more the text as well:',
  'where hundreds of thousands of sections have them, that takes seconds.',
].join(' ')

const SearchConnection = builder.connectionObject(
  {
    type: SearchHit,
    name: 'SearchConnection',
    description: 'A page of what a search finds.',
    fields: (t) => ({ totalCount: t.int({ ...totalCount, description: COUNTED }) }),
  },
  { name: 'SearchEdge', description: 'A section that is found, and its place in the list.' },
)

const cursorsFor = (words: readonly string[]) => ({ list: 'search', order: ORDER_OF_HITS, made: markOf(words) })

const searchable = z
  .string()
  .max(MAX_QUERY, `Expected a query of at most ${MAX_QUERY} characters: the words that matter will do.`)
  .refine(
    (query) => query.length > MAX_QUERY || searchWords(query).length > 0,
    'Expected at least one letter, digit or Chinese character to search for.',
  )

builder.queryField('search', (t) =>
  t.connection(
    {
      type: SearchHit,
      nullable: true,
      validate: pagesInOrder,
      description:
        'Sections of current revisions by the words in their heading and text: those with all of them, the best rank first, in each rank the latest year first. Words are parted by white space and punctuation, and a word of one character is found as well as one of many. Chinese words are found anywhere, also where the end of a line breaks them, numbers and Latin words whole; words in quotation marks stand one behind the other. Traditional characters are found by simplified ones, full-width letters and digits by ordinary ones, capital letters by small ones, and the other way round.',
      args: {
        query: t.arg.string({
          required: true,
          description: `What to search for, at most ${MAX_QUERY} characters: \`不予公开 "行政复议" 2020\`.`,
          validate: searchable,
        }),
        filter: t.arg({ type: ReportFilter, description: 'In which reports; all when left out.' }),
      },
      resolve: async (_root, { query, filter, ...args }, { database }) => {
        const words = searchWords(query)
        const question = { words, reports: filter }
        const cursors = cursorsFor(words)
        const asked = pageAsked(args, cursors)
        const { edges, pageInfo } = pageOf(
          await searchSections(database, question, oneMore(asked)),
          asked,
          cursors,
          placeOfHit,
        )
        return {
          edges: edges.map(({ cursor, node }) => ({ cursor, node: { ...node, words } })),
          pageInfo,
          totalCount: () => countSections(database, question),
        }
      },
    },
    SearchConnection,
  ),
)
