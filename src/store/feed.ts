import pg from 'pg'
import type { Database } from './database.ts'

/** Who is told of the events of a channel. */
export interface FeedListener<Event> {
  readonly told: (event: Event) => void
  /** The connection to the store was lost: whatever happened meanwhile is not told. Nothing is told after this. */
  readonly lost: () => void
}

/** Tells what is announced on a channel, by this process and by every other one on the same database. */
export interface Feed<Event> {
  /** Tells the listener of every event that is committed after this has resolved. Returns how to leave. One that was closed is lost to whoever joins. */
  join(listener: FeedListener<Event>): Promise<() => void>
  /** Ends the connection, and tells every listener that it is lost. */
  close(): Promise<void>
}

/**
 * The feed of a channel, whose events are JSON. It has one connection of its own, from the first listener on: PostgreSQL notifies
 * connections, and those of the pool come and go. A connection that is lost ends the listeners that it served; the next one to join
 * opens another.
 */
export function openFeed<Event>({ pool }: Pick<Database, 'pool'>, channel: string): Feed<Event> {
  const listeners = new Set<FeedListener<Event>>()
  let connection: Promise<pg.Client> | undefined
  let isClosed = false

  function lose(): void {
    connection = undefined
    const left = [...listeners]
    listeners.clear()
    for (const { lost } of left) lost()
  }

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client({ ...pool.options, keepAlive: true, application_name: 'disclosure-hub feed' })
    client.on('notification', ({ payload }) => {
      if (payload === undefined) return
      const event = JSON.parse(payload) as Event
      for (const { told } of [...listeners]) told(event)
    })
    // An error closes the connection, and the end is what counts.
    client.on('error', () => undefined)
    client.once('end', lose)
    await client.connect()
    await client.query(`LISTEN ${channel}`)
    return client
  }

  return {
    async join(listener) {
      if (!isClosed) {
        connection ??= connect()
        const own = connection
        try {
          await own
        } catch (error) {
          if (connection === own) connection = undefined
          throw error
        }
      }
      // Closed before, or meanwhile: nobody would end it again.
      if (isClosed) listener.lost()
      else listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async close() {
      isClosed = true
      const client = await connection?.catch(() => undefined)
      lose()
      await client?.end()
    },
  }
}
