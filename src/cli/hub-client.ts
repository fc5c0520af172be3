import { setTimeout as sleep } from 'node:timers/promises'

/** A hub elsewhere. */
export interface HubClient {
  /** The data of the answer to an operation. */
  ask<Data>(query: string, variables: object): Promise<Data>
  /** Sends bytes to an address below that of the hub; the answer, whatever its status below 500. */
  send(path: string, body: () => BodyInit): Promise<{ readonly status: number; readonly body: unknown }>
}

/** The hub cannot be asked: it is away for too long, or does not know the key. */
export class HubError extends Error {
  override readonly name = 'HubError'
}

export interface HubClientOptions {
  /** Where it is: http://127.0.0.1:4000, with or without /graphql. */
  readonly url: string
  readonly key: string
  /** Milliseconds for which a hub that is away is asked again. */
  readonly patience: number
  /** Told when it is away, with the reason. */
  readonly away?: (reason: string) => void
}

/** Milliseconds before a request is sent again: twice as many each time, up to the longest. */
const FIRST_PAUSE = 250
const LONGEST_PAUSE = 10_000

/** A hub at an address. What fails because it is away, or for a fault of its own, is sent again: all that is sent here may be. */
export function hubClient({ url, key, patience, away = () => undefined }: HubClientOptions): HubClient {
  const base = url.replace(/\/+$/, '').replace(/\/graphql$/, '')
  const headers = { authorization: `Bearer ${key}` }

  async function answered(path: string, init: () => RequestInit): Promise<{ status: number; body: unknown }> {
    const until = Date.now() + patience
    for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      const found = await fetch(`${base}${path}`, { method: 'POST', ...init() })
        .then(async (response) => ({
          status: response.status,
          body: await bodyOf(response),
          reason: `status ${response.status}`,
        }))
        .catch((error: unknown) => ({ status: 599, body: null, reason: reasonOf(error) }))
      if (found.status < 500 && found.status !== 429) return found
      if (Date.now() + pause > until) {
        throw new HubError(
          `Expected the hub at ${base} to answer, got ${found.reason}. Start it, and give the same command again: it goes on where it was.`,
        )
      }
      away(found.reason)
      // Not all at the same moment.
      await sleep(pause * (0.5 + Math.random() / 2))
    }
  }

  return {
    async ask<Data>(query: string, variables: object) {
      const { status, body } = await answered('/graphql', () => ({
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      }))
      const { data, errors } = (body ?? {}) as { data?: Data; errors?: readonly { message: string }[] }
      if (errors !== undefined || data == null) {
        const told = errors?.map(({ message }) => message).join(' ') ?? `status ${status} and no answer of a hub`
        throw new HubError(`Expected ${base} to do as asked, got: ${told}`)
      }
      return data
    },
    send: (path, body) => answered(path, () => ({ headers, body: body(), duplex: 'half' }) as RequestInit),
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text()
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

// `fetch` fails with a sentence that says nothing; what happened is its cause.
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { cause } = error
  if (cause instanceof AggregateError)
    return cause.errors.map((one) => (one instanceof Error ? one.message : '')).join(', ')
  return cause instanceof Error ? cause.message : error.message
}
