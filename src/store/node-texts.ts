import { LISTS } from './list-statements.ts'
import type { Picked } from './revision-lists.ts'
import { CODE, PLAIN, QUOTED } from './row-lists.ts'
import {
  type AskedColumn,
  type AskedText,
  type Member,
  objectText,
  quoted,
  type TextColumns,
  type TextListName,
} from './row-texts.ts'

// Reports of a page as the text that they have in an answer, with what they lead to: where nothing is asked of them but what is told here, PostgreSQL puts all of it together
// in the statement of the page. The names are those of the API.

/** What is asked of a row: columns, what it leads to, and some figures of its current revision, by at least one code of each column. */
export type AskedOfNode =
  | AskedColumn
  | { readonly name: string; readonly relation: string; readonly asked: readonly AskedOfNode[] }
  | { readonly name: string; readonly list: TextListName; readonly asked: AskedText; readonly picked: Picked }

/** A table of which rows are to be had as text. */
interface NodeTexts {
  /** The table, and what its rows are called in expressions. */
  readonly from: string
  /** Expressions of JSON text. */
  readonly columns: TextColumns
  /** What a row leads to, exactly one row each. */
  readonly relations?: Readonly<Record<string, { readonly type: NodeTextType; readonly on: string }>>
  /** Lists of figures of which some may be asked for. */
  readonly figures?: readonly TextListName[]
}

/** A global id: see `node-id.ts`. All ids are shorter than what `encode` breaks into lines. */
const GLOBAL_ID = (type: string, id: string) => CODE(`encode(convert_to('${type}:' || ${id}, 'UTF8'), 'base64')`)

/** A moment, to the millisecond in which all are stored. */
const MOMENT = (column: string) => CODE(`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)

/** A column of the current revision; none of a report that was withdrawn. */
const OF_CURRENT = (text: string) => `coalesce((SELECT ${text} FROM revisions AS current
  WHERE (current.agency_id, current.year, current.number) = (report.agency_id, report.year, report.current_number)), 'null')`

export type NodeTextType = 'Report' | 'District' | 'Agency'

const TEXTS: Readonly<Record<NodeTextType, NodeTexts>> = {
  Report: {
    from: `reports AS report
      CROSS JOIN LATERAL (SELECT report.agency_id, report.year, report.current_number AS number) AS asked`,
    columns: {
      id: GLOBAL_ID('Report', `report.agency_id || '-' || report.year`),
      year: PLAIN('report.year'),
      form: OF_CURRENT(CODE('current.form')),
      title: OF_CURRENT(QUOTED('current.title')),
      createdAt: MOMENT('report.created_at'),
      updatedAt: MOMENT('report.updated_at'),
    },
    relations: {
      district: { type: 'District', on: 'district.code = report.district_code' },
      agency: { type: 'Agency', on: 'agency.id = report.agency_id' },
    },
    figures: ['applicationOutcomes'],
  },
  District: {
    from: 'districts AS district',
    columns: {
      id: GLOBAL_ID('District', 'district.code'),
      code: CODE('district.code'),
      name: QUOTED('district.name'),
      fullName: QUOTED('district.full_name'),
      level: CODE('district.level'),
      current: PLAIN('district.current'),
    },
  },
  Agency: {
    from: 'agencies AS agency',
    columns: {
      id: GLOBAL_ID('Agency', 'agency.id'),
      name: QUOTED('agency.name'),
      kind: CODE('agency.kind'),
    },
    relations: { district: { type: 'District', on: 'district.code = agency.district_code' } },
  },
}

export const isNodeTextType = (name: string): name is NodeTextType => Object.hasOwn(TEXTS, name)

/** What a name of the API is, of a row of the type; null where it is not to be had as text. */
export function textPartOf(type: NodeTextType, name: string): 'COLUMN' | 'FIGURES' | NodeTextType | null {
  const { columns, relations = {}, figures = [] } = TEXTS[type]
  if (Object.hasOwn(columns, name)) return 'COLUMN'
  if (Object.hasOwn(relations, name)) return relations[name]?.type ?? null
  return figures.some((list) => list === name) ? 'FIGURES' : null
}

/** An expression of the text of the row of the type that is found by the condition. */
export function nodeText(type: NodeTextType, asked: readonly AskedOfNode[], on: string): string {
  const members = asked.map((one) => memberOf(type, one))
  return `(SELECT ${objectText(members, quoted)} FROM ${TEXTS[type].from} WHERE ${on})`
}

function memberOf(type: NodeTextType, asked: AskedOfNode): Member {
  const { columns, relations = {} } = TEXTS[type]
  const { name } = asked
  if ('constant' in asked) return { name, text: `"${asked.constant}"` }
  if ('property' in asked) return { name, sql: columns[asked.property] ?? 'NULL' }
  if ('list' in asked) return { name, sql: figuresText(asked.list, asked.asked, asked.picked) }
  const relation = relations[asked.relation]
  if (relation === undefined) throw new Error(`Expected what a ${type} leads to, got "${asked.relation}".`)
  return { name, sql: nodeText(relation.type, asked.asked, relation.on) }
}

function figuresText(list: TextListName, asked: AskedText, picked: Picked): string {
  const { sql, picked: types = {} } = LISTS[list]
  const conditions = Object.entries(types).map(
    ([column, type]) => `stored."${column}" IN (${(picked[column] ?? []).map((code) => `'${code}'::${type}`).join()})`,
  )
  return `coalesce(${sql(conditions.join(' AND '), { asked, literal: quoted })}, '[]')`
}
