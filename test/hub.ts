import { readFileSync } from 'node:fs'
import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { type DocumentNode, print } from 'graphql'
import { pino } from 'pino'
import { afterAll } from 'vitest'
import { createHub, type Hub, type HubOptions } from '../src/server/server.ts'
import { createApiKey } from '../src/store/api-keys.ts'
import { type TestDatabase, testDatabase } from './database.ts'

interface Answer<Result> {
  readonly data?: Result | null
  readonly errors?: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[]
}

/** A hub over a database of the test file's own, and a key for everything there. */
export interface TestHub extends Hub {
  readonly db: TestDatabase
  readonly key: string
  /** What the hub logged, line by line. */
  readonly log: readonly string[]
  /** The whole answer to a document, asked with the key unless told otherwise. */
  ask<Result, Variables>(
    document: TypedDocumentNode<Result, Variables> | string,
    variables?: Variables,
    headers?: Record<string, string>,
  ): Promise<Answer<Result>>
  /** The data of the answer; throws when there are errors. */
  dataOf<Result, Variables>(
    document: TypedDocumentNode<Result, Variables> | string,
    variables?: Variables,
  ): Promise<Result>
  /** Stores samples by mutation, as publishers do. */
  ingestSamples(...names: string[]): Promise<void>
}

/** Call it at the top of a test file: `const hub = await testHub()`. It goes when the file is done. */
export async function testHub(options: Partial<HubOptions> = {}): Promise<TestHub> {
  const db = await testDatabase()
  const log: string[] = []
  const logger = pino({ level: 'info' }, { write: (line: string) => void log.push(line) })
  const hub = createHub({ database: db, logger, ...options })
  const { key } = await createApiKey(db, 'tests', { scopes: ['READ_PRIVATE', 'INGEST', 'ADMIN'] })
  afterAll(() => hub.close())

  const ask: TestHub['ask'] = async (document, variables, headers = { authorization: `Bearer ${key}` }) => {
    const query = typeof document === 'string' ? document : print(document as DocumentNode)
    const response = await hub.fetch('http://hub/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    })
    return response.json()
  }
  const dataOf: TestHub['dataOf'] = async (document, variables) => {
    const { data, errors } = await ask(document, variables)
    if (errors || !data) throw new Error(`Expected data, got ${JSON.stringify(errors)}`)
    return data
  }
  return {
    ...hub,
    db,
    key,
    log,
    ask,
    dataOf,
    async ingestSamples(...names) {
      for (const name of names) {
        const { ingestReport } = await dataOf<{ ingestReport: { __typename: string } }, { text: string }>(
          'mutation ($text: String!) { ingestReport(input: { source: { text: $text } }) { __typename ... on UserError { message } } }',
          { text: sample(name) },
        )
        if (ingestReport.__typename !== 'IngestedReport') throw new Error(`${name}: ${JSON.stringify(ingestReport)}`)
      }
    },
  }
}

/** The text of one of the sample reports. */
export const sample = (name: string) => readFileSync(new URL(`../samples/${name}.txt`, import.meta.url), 'utf8')
