import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import type { Plugin } from 'graphql-yoga'
import type { Actor } from '../store/actor.ts'
import { findApiKey } from '../store/api-keys.ts'
import type { Database } from '../store/database.ts'

/** Who asks, and by which request. */
export interface Caller {
  /** By what the request is known in the log, in the trail of what was done, and to its sender (`X-Request-Id`). */
  readonly requestId: string
  /** The holder of the key that came in the header `Authorization`; null when none came, or one that is not in use. Found once. */
  readonly actor: () => Promise<Actor | null>
  /** Whether anything has asked who the caller is: then the answer may be for him alone. */
  readonly wasAskedFor: () => boolean
}

const callers = new WeakMap<Request, Caller>()

/** The caller of a request: the same one for whoever asks. */
export function callerOf(request: Request, database: Database): Caller {
  const known = callers.get(request)
  if (known !== undefined) return known
  const requestId = requestIdOf(request.headers.get('x-request-id'))
  // Nowhere but in the header: an address is kept in logs and histories.
  const key = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
  let found: Promise<Actor | null> | undefined
  const find = async () => {
    const rights = key === undefined ? null : await findApiKey(database, key)
    return rights && { key: rights, requestId }
  }
  const caller: Caller = { requestId, actor: () => (found ??= find()), wasAskedFor: () => found !== undefined }
  callers.set(request, caller)
  return caller
}

/** Whether a key may have come with the request. Without one nobody is known, and what is not for everybody is refused. */
export const isWithKey = (request: Request): boolean => request.headers.has('authorization')

/** For routes beside GraphQL: who sends the request, null when it is nobody whom the hub knows. GraphQL has it as `context.actor()`. */
export function actorOf(request: Request, database: Database): Promise<Actor | null> {
  return callerOf(request, database).actor()
}

/**
 * The id of a request: the one that gateways and tracers sent with it, or a new one. Anything that does not look like an id is not repeated: it
 * would stand in headers, logs and the trail.
 */
export const requestIdOf = (sent: string | readonly string[] | null | undefined): string =>
  typeof sent === 'string' && /^[\w.:=+/@-]{1,128}$/.test(sent) ? sent : randomUUID()

const underWay = new AsyncLocalStorage<Caller>()

/** The id of the request that is being answered; null outside of one. */
export const currentRequestId = (): string | null => underWay.getStore()?.requestId ?? null

/** Phase: around everything. Each answer tells the id of its request: the caller's own `X-Request-Id` if it is fit for one, a new one otherwise. */
export function requestIds(database: Database): Plugin {
  return {
    instrumentation: {
      request: ({ request }, wrapped) => underWay.run(callerOf(request, database), wrapped),
    },
    onResponse({ request, response }) {
      response.headers.set('x-request-id', callerOf(request, database).requestId)
    },
  }
}
