import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'
import { connect as connectTo } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { createHub } from '../../src/server/server.ts'
import { connect } from '../../src/store/database.ts'
import { testHub } from '../hub.ts'

const hub = await testHub()
const get = async (path: string) => {
  const response = await hub.fetch(`http://hub${path}`)
  return [response.status, await response.text()]
}

const sentenceOf = async (path: string, accept?: string) => {
  const response = await hub.fetch(`http://hub${path}`, { headers: accept === undefined ? {} : { accept } })
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() }
}

it('is up and ready', async () => {
  expect(await get('/health')).toEqual([200, ''])
  expect(await get('/ready')).toEqual([200, ''])
})

it('knows no other page, and says which there are', async () => {
  expect(await sentenceOf('/nothing', 'text/html,*/*;q=0.8')).toEqual({
    status: 404,
    type: 'text/plain; charset=utf-8',
    text: expect.stringMatching(/^Expected an address of the hub, .* \/graphql.*\.\n$/),
  })
})

it.each(['application/json', '*/*', undefined])('says it to programs as an error with a code: %s', async (accept) => {
  const { status, type, text } = await sentenceOf('/nothing', accept)
  expect([status, type]).toEqual([404, 'application/json; charset=utf-8'])
  expect(JSON.parse(text)).toEqual({
    errors: [
      { message: expect.stringMatching(/^Expected an address of the hub, /), extensions: { code: 'BAD_REQUEST' } },
    ],
  })
})

it('says which answers it has, to those who take none of them', async () => {
  const words = /^Expected an Accept header that takes .*application\/json.*\.\n?$/
  const asked = '/graphql?query={__typename}'
  expect(await sentenceOf(asked, 'text/css')).toEqual({
    status: 406,
    type: 'text/plain; charset=utf-8',
    text: expect.stringMatching(words),
  })
  const { status, type, text } = await sentenceOf(asked, 'image/png')
  expect([status, type]).toEqual([406, 'application/json; charset=utf-8'])
  expect(JSON.parse(text)).toEqual({
    errors: [{ message: expect.stringMatching(words), extensions: { code: 'BAD_REQUEST' } }],
  })
})

it('is up but not ready while the database does not answer, and does not tell why', async () => {
  const database = connect('postgres://nobody@127.0.0.1:1/nothing')
  const lonely = createHub({ database })
  expect((await lonely.fetch('http://hub/health')).status).toBe(200)
  const ready = await lonely.fetch('http://hub/ready')
  expect([ready.status, await ready.text()]).toEqual([503, ''])
  await lonely.close()
  await database.close()
})

it('finishes what is under way before it closes, and takes nothing new', async () => {
  const closing = createHub({ database: hub.db })
  const address = await closing.listen({ port: 0 })
  const waiting = `SELECT FROM pg_locks WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`
  const client = await hub.db.pool.connect()
  let underWay: Promise<Response>
  let closed: Promise<void>
  try {
    await client.query('BEGIN; LOCK TABLE districts IN ACCESS EXCLUSIVE MODE')
    underWay = fetch(`${address}/graphql?query=${encodeURIComponent('{ district(code: "110115") { name } }')}`)
    await expect.poll(async () => (await hub.db.pool.query(waiting)).rowCount, { timeout: 20_000 }).toBe(1)
    closed = closing.close()
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
  const answer = await underWay
  expect(await answer.json()).toEqual({ data: { district: { name: '大兴区' } } })
  expect(answer.headers.get('connection')).toBe('close')
  await closed
  await expect(fetch(`${address}/health`)).rejects.toThrow()
})

it('answers what comes on an open connection when it begins to close, and says that it was the last', async () => {
  const closing = createHub({ database: hub.db })
  const address = await closing.listen({ port: 0 })
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const ask = async () => {
    const asked = request(`${address}/graphql?query={__typename}`, { agent }).end()
    const [response]: [IncomingMessage] = (await once(asked, 'response')) as never
    const { statusCode: status, headers, socket } = response
    return { status, connection: headers.connection, port: socket.localPort, text: await text(response) }
  }
  const first = await ask()
  const closed = closing.close()
  const last = await ask()
  await closed
  agent.destroy()
  expect(first).toMatchObject({ status: 200, connection: 'keep-alive' })
  expect(last).toEqual({ ...first, connection: 'close' })
})

/** What comes on a connection that is open already, of all that is written to it while the hub closes. */
async function saidWhileClosing(first: string, then: string): Promise<string> {
  const closing = createHub({ database: hub.db })
  const { port } = new URL(await closing.listen({ port: 0 }))
  const socket = connectTo(Number(port), '127.0.0.1').setEncoding('utf8')
  socket.write(first)
  await once(socket, 'data')
  let said = ''
  socket.on('data', (some: string) => {
    said += some
  })
  const ended = once(socket, 'close')
  const closed = closing.close(600_000)
  socket.write(then)
  await closed
  await ended
  return said
}

const HEALTH = 'GET /health HTTP/1.1\r\nHost: hub\r\n\r\n'

it('tells who subscribes while it closes that it is over', async () => {
  const query = encodeURIComponent('subscription { reportIngested { __typename } }')
  const said = await saidWhileClosing(
    HEALTH,
    `GET /graphql?query=${query} HTTP/1.1\r\nHost: hub\r\nAccept: text/event-stream\r\n\r\n`,
  )
  expect(said).toContain('SUBSCRIPTION_ENDED')
  const feeds = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'disclosure-hub feed'`
  await expect.poll(async () => (await hub.db.pool.query(feeds)).rowCount).toBe(0)
})

it('answers one more request on a connection when it closes, and looks at none behind it', async () => {
  const said = await saidWhileClosing(HEALTH, HEALTH.repeat(3))
  expect(said.match(/HTTP\/1\.1 200/g)).toHaveLength(1)
  expect(said).toMatch(/^connection: close\r$/im)
})

it('does not wait for connections on which nothing comes', async () => {
  const closing = createHub({ database: hub.db })
  const { port } = new URL(await closing.listen({ port: 0 }))
  const silent = connectTo(Number(port), '127.0.0.1')
  await once(silent, 'connect')
  const ended = once(silent.resume(), 'close')
  await closing.close(600_000)
  await ended
})

it('says that the port is taken', async () => {
  const address = await hub.listen({ port: 0 })
  const second = createHub({ database: hub.db })
  await expect(second.listen({ port: Number(new URL(address).port) })).rejects.toMatchObject({ code: 'EADDRINUSE' })
})
