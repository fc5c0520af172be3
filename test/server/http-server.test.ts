import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { openHttpServer } from '../../src/server/http-server.ts'

/** More than the system takes off the hands of a process. */
const LARGE = Buffer.alloc(40_000_000)

it('lets an answer go out whole, whose reader takes his time, when it closes', async () => {
  const server = openHttpServer({
    answer: async (_request, response) => void response.end(LARGE),
    timeout: 60_000,
    mayTakeLong: () => false,
  })
  const { port } = new URL(await server.listen({ port: 0 }))
  const socket = connect(Number(port), '127.0.0.1')
  let bytes = 0
  socket.on('data', ({ length }) => {
    bytes += length
  })
  socket.write('GET / HTTP/1.1\r\nHost: hub\r\n\r\n')
  await once(socket, 'data')
  socket.pause()
  const ended = once(socket, 'close')
  const closed = server.close(60_000)
  // Longer than it waits for last requests.
  await sleep(1_200)
  socket.resume()
  await Promise.all([closed, ended])
  expect(bytes).toBeGreaterThan(LARGE.length)
})
