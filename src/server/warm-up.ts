import { setTimeout as sleep } from 'node:timers/promises'
import type { Example } from './plugins/example-queries.ts'
import { documentIdOf } from './trusted-documents.ts'

/** What is read of the answer to `latest-reports`. */
interface Latest {
  readonly data?: {
    readonly reports?: {
      readonly nodes: readonly { readonly year: number; readonly district: { readonly code: string } }[]
    }
  } | null
}

type Ask = (url: string, init: RequestInit) => Promise<Response>

/** Milliseconds after which a start waits no longer for it. */
const PATIENCE = 2_000

/**
 * Asks saved queries as anyone would, by their ids, and takes no notice of the answers, errors among them: whoever asks first then finds code
 * that is compiled, and connections that are open. A list, and one of its reports with figures and their evidence, go through most of it.
 */
export async function warmUp(ask: Ask, examples: readonly Example[]): Promise<void> {
  await Promise.race([askAll(ask, examples).catch(() => undefined), sleep(PATIENCE, undefined, { ref: false })])
}

async function askAll(ask: Ask, examples: readonly Example[]): Promise<void> {
  const answerTo = async (name: string, variables: object): Promise<unknown> => {
    const example = examples.find((one) => one.name === name)
    if (example === undefined) return {}
    const response = await ask('http://hub/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ documentId: documentIdOf(example.query), variables }),
    })
    return response.json()
  }
  const { data } = (await answerTo('latest-reports', { first: 1 })) as Latest
  for (const { year, district } of data?.reports?.nodes ?? []) {
    await answerTo('evidence', { year, district: district.code })
  }
}
