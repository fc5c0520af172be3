import type pg from 'pg'

/** The ways in which the same question is put. */
export const DIALECTS = ['hub', 'postgraphile', 'pothosPrisma', 'rawSql'] as const
export type Dialect = (typeof DIALECTS)[number]

/** A request, as autocannon takes it. */
export interface Request {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** What is asked for is known only when there is a store to ask about. */
export interface Store {
  readonly client: pg.Client
  /** Sends a request to the contestant of a dialect, and reads its answer. */
  ask(dialect: Dialect, request: Request): Promise<unknown>
}

/** One question, in all dialects. */
export type Question = Readonly<Record<Dialect, Request>>

/** The same questions to everybody, and how their answers are compared. */
export interface Scenario {
  /** As results name it, for ever. */
  readonly name: string
  readonly title: string
  /** The questions, which are asked one after the other and again from the first. */
  questions(store: Store): Promise<readonly Question[]>
  /** One shape for what all dialects answer: what differs in it is a difference of the answers. */
  readonly normalise: Readonly<Record<Dialect, (answer: unknown) => unknown>>
}

const JSON_HEADERS = { 'content-type': 'application/json', accept: 'application/json' }

/** A question in GraphQL, sent as text each time. */
export const graphql = (query: string, variables: object): Request => ({
  method: 'POST',
  path: '/graphql',
  headers: JSON_HEADERS,
  body: JSON.stringify({ query, variables }),
})

/** A statement of `statements.ts`, by its name. */
export const statement = (name: string, values: readonly unknown[]): Request => ({
  method: 'POST',
  path: '/',
  headers: JSON_HEADERS,
  body: JSON.stringify({ statement: name, values }),
})

/** The data of an answer of GraphQL. */
export function dataOf<Data>(answer: unknown): Data {
  const { data, errors } = answer as { data?: Data; errors?: readonly { message: string }[] }
  if (errors !== undefined || data == null) {
    throw new Error(`Expected an answer without errors, got ${JSON.stringify(answer).slice(0, 500)}`)
  }
  return data
}
