import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { ArchiveError } from '../ingest/archive/archive-error.ts'
import { itemsInFile, packedAs } from '../ingest/archive/items-in-file.ts'
import type { FoundFile } from './files-below.ts'
import type { HubClient } from './hub-client.ts'

/** How a run is called, and what holds for each of its files. */
export interface RunGiven {
  readonly name: string
  readonly district?: string | undefined
  readonly year?: number | undefined
  readonly refuseOn?: string | undefined
  readonly reason?: string | undefined
  readonly expectedRevision?: number | undefined
}

/** How far a run is. */
export interface RunProgress {
  readonly key: string
  readonly state: string
  readonly total: number
  readonly done: number
  readonly failed: number
  readonly remaining: number
  readonly rate: number | null
}

/** What became of a file that was sent. */
export interface SentItem {
  readonly name: string
  readonly state: string
  readonly outcome: string | null
  readonly report: {
    readonly year: number
    readonly district: { readonly code: string; readonly fullName: string }
  } | null
  /** The one that it is. */
  readonly revision: { readonly number: number } | null
  readonly error: { readonly __typename: string; readonly message: string } | null
}

/** A file that was not taken into the run. */
export interface NotTaken {
  readonly file: string
  readonly code: string
  readonly message: string
}

export interface SendListener {
  sent(files: number, of: number): void
  progress(run: RunProgress): void
}

const RUN = 'id key state total done failed remaining rate'

/** Files that are sent at the same time. */
const AT_ONCE = 4
const BETWEEN_LOOKS = 500

/**
 * Sends files to a hub, in a run, and waits until it has worked them off. A run of that name that is not over is gone on with: what is in
 * it already is not sent again.
 * @throws HubError when the hub cannot be asked; the run stays, and goes on without its sender
 */
export async function sendFiles(
  hub: HubClient,
  files: readonly FoundFile[],
  { expectedRevision, ...input }: RunGiven,
  listener: SendListener,
): Promise<{ readonly items: SentItem[]; readonly notTaken: NotTaken[]; readonly state: string }> {
  const sent = await sendIntoRun(hub, files, { expectedRevision, ...input }, listener)
  if (sent.missing.length === 0) return sent
  // The run of that name took no more files: what is new goes into another one.
  const rest = await sendIntoRun(hub, sent.missing, { expectedRevision, ...input }, listener)
  return { items: [...sent.items, ...rest.items], notTaken: [...sent.notTaken, ...rest.notTaken], state: rest.state }
}

async function sendIntoRun(
  hub: HubClient,
  files: readonly FoundFile[],
  { expectedRevision, ...input }: RunGiven,
  listener: SendListener,
): Promise<{
  readonly items: SentItem[]
  readonly notTaken: NotTaken[]
  readonly state: string
  /** Files that the run does not have, and does not take any more. */
  readonly missing: FoundFile[]
}> {
  const { startIngestionRun: run } = await hub.ask<{ startIngestionRun: RunProgress & { id: string } }>(
    `mutation ($input: StartIngestionRunInput!) { startIngestionRun(input: $input) { ${RUN} } }`,
    { input },
  )
  const notTaken: NotTaken[] = []
  const missing: FoundFile[] = []
  if (run.state === 'OPEN') {
    const known = run.total === 0 ? new Set<string>() : await knownIn(hub, run.id)
    const waiting = [...files]
    let sent = 0
    const lane = async () => {
      for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
        const refused = await send(hub, run.key, file, known, expectedRevision)
        if (refused !== null) notTaken.push(refused)
        sent += 1
        listener.sent(sent, files.length)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, lane))
    await hub.ask('mutation ($id: ID!) { closeIngestionRun(id: $id) { id } }', { id: run.id })
  } else {
    const known = await knownIn(hub, run.id)
    for (const file of files) if (!(await isThere(file, known))) missing.push(file)
  }
  let state = run.state
  while (true) {
    const { ingestionRun: now } = await hub.ask<{ ingestionRun: RunProgress }>(
      `query ($id: ID!) { ingestionRun(id: $id) { ${RUN} } }`,
      { id: run.id },
    )
    listener.progress(now)
    state = now.state
    if (state === 'FINISHED' || state === 'CANCELLED') break
    await sleep(BETWEEN_LOOKS)
  }
  const items: SentItem[] = []
  for await (const item of itemsOf<SentItem>(hub, run.id, ITEM)) items.push(item)
  return { items, notTaken: notTaken.sort((one, other) => (one.file < other.file ? -1 : 1)), state, missing }
}

const ITEM = `name state outcome report { year district { code fullName } } revision { number } error { __typename message }`

async function knownIn(hub: HubClient, id: string): Promise<Set<string>> {
  const known = new Set<string>()
  for await (const { name, sha256 } of itemsOf<{ name: string; sha256: string }>(hub, id, 'name sha256')) {
    known.add(`${sha256} ${name}`)
  }
  return known
}

interface Page<Item> {
  readonly ingestionRun: {
    readonly items: {
      readonly nodes: readonly Item[]
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
    }
  }
}

async function* itemsOf<Item>(hub: HubClient, id: string, selection: string): AsyncGenerator<Item> {
  const query = `query ($id: ID!, $after: String) { ingestionRun(id: $id) {
    items(first: 100, after: $after) { nodes { ${selection} } pageInfo { hasNextPage endCursor } }
  } }`
  let after: string | null = null
  do {
    const { ingestionRun }: Page<Item> = await hub.ask<Page<Item>>(query, { id, after })
    const { nodes, pageInfo }: Page<Item>['ingestionRun']['items'] = ingestionRun.items
    yield* nodes
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null
  } while (after !== null)
}

/** Sends a file, unless all of it is there already. What stands against it, or null. */
async function send(
  hub: HubClient,
  run: string,
  file: FoundFile,
  known: ReadonlySet<string>,
  expectedRevision: number | undefined,
): Promise<NotTaken | null> {
  const { path, name } = file
  if (known.size > 0 && (await isThere(file, known))) return null
  const bytes = packedAs(name) === null ? await readFile(path) : null
  const address = new URLSearchParams({
    name,
    ...(expectedRevision !== undefined && { expectedRevision: `${expectedRevision}` }),
  })
  const body = (): BodyInit => bytes ?? (Readable.toWeb(createReadStream(path)) as unknown as BodyInit)
  const { status, body: answer } = await hub.send(`/ingest/runs/${run}/files?${address}`, body)
  if (status === 200) return null
  const { errors = [] } = (answer ?? {}) as { errors?: { message: string; extensions?: { code?: string } }[] }
  const code = errors[0]?.extensions?.code ?? `STATUS_${status}`
  return { file: name, code, message: errors[0]?.message ?? `Expected it to be taken, got status ${status}.` }
}

async function isThere({ path, name }: FoundFile, known: ReadonlySet<string>): Promise<boolean> {
  if (packedAs(name) === null) {
    return known.has(
      `${createHash('sha256')
        .update(await readFile(path))
        .digest('hex')} ${name}`,
    )
  }
  try {
    for await (const item of itemsInFile(path, name)) {
      if (!known.has(`${Buffer.from(item.sha256).toString('hex')} ${item.name}`)) return false
    }
    return true
  } catch (error) {
    // The hub tells what is wrong with it.
    if (error instanceof ArchiveError) return false
    throw error
  }
}
