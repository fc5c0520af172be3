import DataLoader from 'dataloader'
import type { Claim } from '../domain/claim.ts'
import type { Section } from '../domain/report.ts'
import type { Share } from '../domain/share.ts'
import type { UnrecognisedRow } from '../domain/unrecognised-row.ts'
import type { Database } from './database.ts'
import { frozen } from './frozen.ts'
import type { KeptLists } from './kept-lists.ts'
import { LISTS, type ListName } from './list-statements.ts'
import { preparedStatements, unnested } from './prepared.ts'
import type { RevisionKey } from './revision-key.ts'
import { type AskedText, isTextListName, isToBeHad } from './row-texts.ts'
import type {
  KeyedFinding,
  ReadRevision,
  StoredApplicationOutcome,
  StoredDisclosureItem,
  StoredIssue,
  StoredJudgement,
  StoredLitigationResult,
  StoredReviewResult,
} from './stored-rows.ts'

export type {
  KeyedFinding,
  ReadRevision,
  StoredApplicationOutcome,
  StoredDisclosureItem,
  StoredIssue,
  StoredJudgement,
  StoredLitigationResult,
  StoredReviewResult,
} from './stored-rows.ts'

// What hangs off revisions, list by list. All lists that are asked for at once, of all revisions, are one statement. What belongs to a
// revision itself never changes, and is kept for later requests (`kept-lists.ts`): frozen, since all of them share it, and without
// anything that is not public.

/** Which rows of a list are needed: those whose codes stand among these, column by column. */
export type Picked = Readonly<Record<string, readonly string[]>>

/** The rows of one list: at once when they are kept. */
export interface ListOf<Row> {
  load(revision: ReadRevision): readonly Row[] | Promise<readonly Row[]>
}

/** A list of figures. */
export interface FigureListOf<Row> extends ListOf<Row> {
  /** @param picked The rows that are needed, and no others; all when left out. */
  load(revision: ReadRevision, picked?: Picked): readonly Row[] | Promise<readonly Row[]>
  /**
   * The rows as a JSON array of what is asked of them, which is the text of them in an answer. Null where the rows are kept, or something else is asked: then the answer
   * is made of the rows.
   */
  text(revision: ReadRevision, asked: AskedText, picked?: Picked): string | Promise<string> | null
}

/** The rows of revisions: figures in the order of the form, the others in the order in which they came. */
export interface RevisionLists extends Record<ListName, ListOf<unknown>> {
  readonly disclosureItems: FigureListOf<StoredDisclosureItem>
  readonly applicationOutcomes: FigureListOf<StoredApplicationOutcome>
  readonly reviewResults: FigureListOf<StoredReviewResult>
  readonly litigationResults: FigureListOf<StoredLitigationResult>
  readonly unrecognisedRows: ListOf<UnrecognisedRow>
  readonly claims: ListOf<Claim>
  readonly shares: ListOf<Share>
  readonly sections: ListOf<Section>
  readonly issues: ListOf<StoredIssue>
  /** What the rules say of a revision: one row, or none when it was not judged. */
  readonly judgements: ListOf<StoredJudgement>
  readonly findings: ListOf<KeyedFinding>
  /** The snippets in which the figures and issues of a revision have their ranges. */
  readonly snippets: ListOf<string>
}

const prepared = preparedStatements('lists', 40)

const LIST_NAMES = Object.keys(LISTS) as readonly ListName[]

interface Wanted {
  readonly revision: ReadRevision
  readonly list: ListName
  readonly picked: Picked | null
  /** What is asked of its rows, where they are read as text. */
  readonly asked: AskedText | null
  /** The list, what is picked of it, and what is asked. */
  readonly part: string
  /** What it is kept under: the moment of the revision tells it from another one of its key, in a database that was made anew. */
  readonly name: string
}

/** The lists of one request, made anew for each, since they remember what they read. */
export function revisionLists(db: Database): RevisionLists {
  const kept = db.keptLists
  const loader = new DataLoader<Wanted, readonly unknown[] | string, string>((wanted) => readLists(db, wanted), {
    cacheKeyFn: ({ name }) => name,
  })
  const lists = LIST_NAMES.map((list) => {
    const isReplaced = LISTS[list].isReplaced ?? false
    const partOf = (picked: Picked | null) => (picked === null ? list : list + textOf(picked))
    const keptOf = (of: string, picked: Picked | null) => {
      const name = partOf(picked) + of
      return kept.get(name) ?? (picked && pickedOf(kept, list + of, { picked, name })) ?? undefined
    }
    const load = (revision: ReadRevision, picked: Picked | null = null) => {
      const of = nameOf(revision)
      const found = isReplaced ? undefined : keptOf(of, picked)
      if (found !== undefined) return found
      const part = partOf(picked)
      return loader.load({ revision, list, picked, asked: null, part, name: part + of })
    }
    const text = (revision: ReadRevision, asked: AskedText, picked: Picked | null = null) => {
      if (!isTextListName(list) || !isToBeHad(list, asked)) return null
      const of = nameOf(revision)
      const part = `${partOf(picked)}{${asked.key}}`
      const found = kept.text(part + of)
      if (found !== undefined) return found
      if (keptOf(of, picked) !== undefined) return null
      return loader.load({ revision, list, picked, asked, part, name: part + of })
    }
    return [list, { load, text }]
  })
  return Object.fromEntries(lists)
}

const nameOf = ({ agencyId, year, number, createdAt }: ReadRevision) =>
  `/${agencyId}/${year}/${number}/${createdAt.getTime()}`

/** The rows that are picked of a whole list that is kept, which are kept by themselves from now on; null when it is not. */
function pickedOf(
  kept: KeptLists,
  whole: string,
  { picked, name }: Pick<Wanted, 'name'> & { readonly picked: Picked },
): readonly unknown[] | null {
  const list = kept.get(whole) as readonly Readonly<Record<string, string>>[] | undefined
  if (list === undefined) return null
  const columns = Object.entries(picked)
  const rows = Object.freeze(
    list.filter((row) => columns.every(([column, codes]) => codes.includes(row[column] ?? ''))),
  )
  kept.set(name, rows, CHARACTERS_OF_A_ROW * rows.length)
  return rows
}

/** Of JSON, that the database sends for one figure. */
const CHARACTERS_OF_A_ROW = 120

/** Mostly every revision is asked for the same lists, and then it is one statement. */
async function readLists(db: Database, wanted: readonly Wanted[]): Promise<(readonly unknown[] | string)[]> {
  const byRevision = Map.groupBy(wanted, ({ revision }) => keyText(revision))
  const groups = Map.groupBy(byRevision.values(), (some) => partsOf(some).join())
  const found = new Map<Wanted, readonly unknown[] | string>()
  await Promise.all(Array.from(groups.values(), (revisions) => readGroup(db, revisions, found)))
  return wanted.map((one) => found.get(one) ?? [])
}

const textOf = (picked: Picked) => Object.values(picked).map(String).join(';')

const keyText = ({ agencyId, year, number }: RevisionKey) => `${agencyId}/${year}/${number}`

const partsOf = (wanted: readonly Wanted[]) => wanted.map(({ part }) => part).sort()

/** Reads the same lists of several revisions. */
async function readGroup(
  db: Database,
  revisions: readonly (readonly Wanted[])[],
  found: Map<Wanted, readonly unknown[] | string>,
): Promise<void> {
  const parts = revisions[0] ?? []
  const keys = revisions.flatMap(([one]) => (one === undefined ? [] : [one.revision]))
  const given: (readonly string[])[] = []
  const text = `
    SELECT ${parts.map(({ list, picked, asked }) => LISTS[list].sql(conditionOf(list, picked, given), asTextOf(asked, given))).join(', ')}
    FROM ${unnested('int', 'smallint', 'smallint')} WITH ORDINALITY AS asked (agency_id, year, number, place)
    ORDER BY asked.place`
  const { rows } = await db.pool.query<(string | null)[]>({
    ...prepared(
      parts.map(({ list, picked, asked }) => `${list} ${picked === null ? '' : 'picked'} ${asked && shapeOf(asked)}`),
      text,
    ),
    values: [
      keys.map(({ agencyId }) => agencyId),
      keys.map(({ year }) => year),
      keys.map(({ number }) => number),
      ...given,
    ],
    rowMode: 'array',
  })
  const places = new Map(parts.map(({ part }, place) => [part, place]))
  for (const [place, wanted] of revisions.entries()) {
    const revision = holderOf(keys[place] as ReadRevision)
    for (const one of wanted) {
      const json = rows[place]?.[places.get(one.part) ?? -1] ?? '[]'
      if (one.asked !== null) {
        found.set(one, json)
        db.keptLists.setText(one.name, json)
        continue
      }
      const { read, isReplaced = false } = LISTS[one.list]
      const list = (JSON.parse(json) as never[]).map((cells) => read(cells, revision))
      found.set(one, list)
      if (!isReplaced && db.keptLists.most > 0) db.keptLists.set(one.name, frozen(list), json.length)
    }
  }
}

/** The condition on picked rows, of parameters after those of the keys. */
function conditionOf(list: ListName, picked: Picked | null, given: (readonly string[])[]): string | undefined {
  const { picked: types = {} } = LISTS[list]
  if (picked === null) return
  const conditions = Object.entries(types).map(([column, type]) => {
    given.push(picked[column] ?? [])
    return `stored."${column}" = ANY($${given.length + 3}::${type}[])`
  })
  return conditions.join(' AND ')
}

/** Names are parameters too: a statement is the same whatever callers call its columns. */
function asTextOf(asked: AskedText | null, given: (readonly string[])[]) {
  if (asked === null) return null
  const texts: string[] = []
  given.push(texts)
  const at = given.length + 3
  return { asked, literal: (text: string) => `($${at}::text[])[${texts.push(text)}]` }
}

/** What the statement of a text depends on. */
const shapeOf = ({ columns }: AskedText) =>
  columns.map((column) => ('property' in column ? column.property : '=')).join(':')

/** What figures and issues tell of their revision: no more of its row, of which one request may have read what another may not. */
function holderOf({ agencyId, year, number, form, createdAt }: ReadRevision): ReadRevision {
  return Object.freeze({ agencyId, year, number, form, createdAt })
}
