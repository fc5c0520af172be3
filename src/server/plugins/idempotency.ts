import { createHash } from 'node:crypto'
import { BREAK, type DocumentNode, getOperationAST, print, visit } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Context } from '../../graphql/context.ts'
import type { ErrorCode } from '../../graphql/error-codes.ts'
import { isFile } from '../../graphql/upload.ts'
import type { KeptAnswer } from '../../store/idempotent-answers.ts'
import { type Claim, type FirstAnswers, idempotencyKeyOf } from '../first-answers.ts'

/** With these a request is not done with: sent again, it may be answered otherwise. */
const NOT_FINAL: readonly ErrorCode[] = ['INTERNAL_SERVER_ERROR', 'TIMEOUT', 'UNAUTHENTICATED', 'FORBIDDEN']

/** Mutations that tell a secret, once: it is kept nowhere, so that they are not done once by the header. */
const TOLD_ONCE: readonly string[] = ['createApiKey']

interface Params {
  readonly params?: { readonly variables?: unknown; readonly operationName?: string | null }
  readonly request: Request
  /** Whether the answer is kept, so that the mutation is done to its end even when nobody waits for it any more. */
  isClaimed?: boolean
}

/**
 * Phase: execution, and the answer. A mutation that carries the header `Idempotency-Key` is done once: whoever sends it again within seven
 * days gets its first answer again, byte for byte. The key is one of the API key's; without one there is nothing to be done. It is done to its
 * end and its answer kept even when its sender is gone by then: whoever lost the connection is the one who sends it again.
 */
export function idempotency(answers: FirstAnswers): Plugin<Context & Params> {
  const claims = new WeakMap<Request, Claim>()
  const replays = new WeakMap<Request, KeptAnswer>()
  return {
    async onExecute({ args: { document, operationName, contextValue }, setResultAndStopExecution }) {
      const { request, params, actor } = contextValue
      if (getOperationAST(document, operationName)?.operation !== 'mutation' || tellsSecret(document)) return
      try {
        const idempotencyKey = idempotencyKeyOf(request)
        const holder = idempotencyKey === null ? null : await actor()
        if (idempotencyKey === null || holder?.key == null) return
        const sha256 = await hashOf([print(document), operationName ?? null, params?.variables ?? null])
        const found = await answers.claim({ keyId: holder.key.id, idempotencyKey, sha256 }, request.signal)
        if ('keep' in found) {
          claims.set(request, found)
          contextValue.isClaimed = true
          return
        }
        replays.set(request, found)
        setResultAndStopExecution({ data: null })
      } catch (error) {
        setResultAndStopExecution({ errors: [error as never] })
      }
    },
    async onResponse({ request, response, setResponse, fetchAPI }) {
      const replay = replays.get(request)
      const claim = claims.get(request)
      if (replay !== undefined) {
        const headers = new fetchAPI.Headers(response.headers)
        headers.delete('content-length')
        headers.set('content-type', replay.mediaType)
        headers.set('idempotency-replayed', 'true')
        setResponse(new fetchAPI.Response(Buffer.from(replay.body), { status: replay.status, headers }))
      } else if (claim !== undefined) {
        claims.delete(request)
        const mediaType = response.headers.get('content-type') ?? ''
        // An answer in parts is none that could be given again.
        if (!/^application\/[\w.+-]*json/.test(mediaType)) return claim.release()
        const body = Buffer.from(await response.arrayBuffer())
        const { status, headers } = response
        setResponse(new fetchAPI.Response(body, { status, headers }))
        await (isFinal(status, body) ? claim.keep({ status, mediaType, body }) : claim.release())
      }
    },
  }
}

/** By the name of the field, which no alias and no fragment changes. */
function tellsSecret(document: DocumentNode): boolean {
  let tells = false
  visit(document, {
    Field({ name }) {
      if (!TOLD_ONCE.includes(name.value)) return
      tells = true
      return BREAK
    },
  })
  return tells
}

function isFinal(status: number, body: Buffer): boolean {
  if (status >= 500) return false
  const { errors = [] } = JSON.parse(body.toString()) as { errors?: { extensions?: { code?: ErrorCode } }[] }
  return !errors.some(({ extensions }) => extensions?.code !== undefined && NOT_FINAL.includes(extensions.code))
}

/** The SHA-256 of a value as JSON, the contents of its files among it. */
async function hashOf(value: unknown): Promise<Uint8Array> {
  const files = new Map<File, string>()
  const find = (part: unknown): void => {
    if (isFile(part)) files.set(part, '')
    else if (typeof part === 'object' && part !== null) for (const inner of Object.values(part)) find(inner)
  }
  find(value)
  for (const file of files.keys()) files.set(file, sha256(Buffer.from(await file.arrayBuffer())).toString('hex'))
  const replaced = JSON.stringify(value, (_key, part: unknown) =>
    isFile(part) ? { file: files.get(part), name: part.name, type: part.type } : part,
  )
  return new Uint8Array(sha256(Buffer.from(replaced)))
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
