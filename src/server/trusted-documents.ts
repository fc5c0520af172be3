import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { printExecutableGraphQLDocument } from '@graphql-tools/documents'
import { type GraphQLSchema, parse, validate } from 'graphql'
import { z } from 'zod'
import type { Example } from './plugins/example-queries.ts'

/** The documents of a manifest, by their ids. */
export type Manifest = ReadonlyMap<string, string>

/** The document that callers may name by the id, with or without the prefix `sha256:`, instead of sending it; null when none is trusted under it. */
export type FindDocument = (id: string) => string | null

/** A manifest that cannot be used: what was expected and what came stands in the message. */
export class ManifestError extends Error {
  override readonly name = 'ManifestError'
}

/** The id of a document as GraphQL over HTTP makes it of its text. */
export const documentIdOf = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`

/** The saved query as the client preset of GraphQL Code Generator writes it into a manifest: the id is of this text. */
export const printedExample = ({ query }: Example) => printExecutableGraphQLDocument(parse(query))

/**
 * The documents of the manifest, and the saved queries: each by the id that code generation gives it, and by the digest of its file. Printing
 * them as code generation does is left until an id is none of the others.
 */
export function trustedDocuments(examples: readonly Example[], manifest: Manifest): FindDocument {
  const files = byDigest(examples.map(({ query }) => query))
  let printed: Manifest | undefined
  return (name) => {
    const id = normalId(name)
    const known = manifest.get(id) ?? files.get(id)
    if (known !== undefined) return known
    printed ??= byDigest(examples.map(printedExample))
    return printed.get(id) ?? null
  }
}

const byDigest = (texts: readonly string[]): Manifest => new Map(texts.map((text) => [documentIdOf(text), text]))

/**
 * The documents of a manifest: a JSON object from ids to documents, as the client preset and Relay's compiler write it.
 * @throws ManifestError when it cannot be read, is something else, or has a document under the digest of another.
 */
export function readManifest(path: string): Manifest {
  const documents = new Map<string, string>()
  for (const [name, text] of Object.entries(contentOf(path))) {
    const id = normalId(name)
    if (id.startsWith('sha256:') && id !== documentIdOf(text)) {
      throw new ManifestError(
        `Expected each document of ${path} under its own SHA-256, got one with ${documentIdOf(text)} under "${name}". Write the manifest anew.`,
      )
    }
    documents.set(id, text)
  }
  return documents
}

/** Those that the schema does not answer, each with its first error: a field may have gone since the manifest was written. */
export function unanswerable(documents: Manifest, schema: GraphQLSchema): { id: string; error: string }[] {
  return [...documents].flatMap(([id, text]) => {
    const error = firstError(text, schema)
    return error === null ? [] : [{ id, error }]
  })
}

function firstError(text: string, schema: GraphQLSchema): string | null {
  try {
    return validate(schema, parse(text))[0]?.message ?? null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const normalId = (id: string) => (/^[0-9a-f]{64}$/.test(id) ? `sha256:${id}` : id)

const ManifestFile = z.record(z.string().min(1), z.string())

function contentOf(path: string): z.infer<typeof ManifestFile> {
  try {
    return ManifestFile.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    const reason = error instanceof z.ZodError ? 'other JSON' : error instanceof Error ? error.message : String(error)
    throw new ManifestError(
      `Expected ${path} to be a manifest of trusted documents, a JSON object from ids to documents, got ${reason}.`,
      { cause: error },
    )
  }
}
