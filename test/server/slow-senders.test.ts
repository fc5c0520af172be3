import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { expect, it } from 'vitest'
import { testHub } from '../hub.ts'

const hub = await testHub({ timeout: 1_000 })
const { hostname, port } = new URL(await hub.listen({ port: 0 }))

/** Sends a head and then a byte now and then, until there are so many or the hub hangs up; what it answered. */
async function drop(head: string, bytes: number): Promise<{ sent: number; answer: string }> {
  const socket = connect(Number(port), hostname)
  let answer = ''
  let sent = 0
  socket.on('data', (chunk) => (answer += chunk))
  socket.on('error', () => undefined)
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  socket.write(
    `${head}\r\nHost: hub\r\nConnection: close\r\nContent-Length: ${bytes}\r\nAuthorization: Bearer ${hub.key}\r\n\r\n`,
  )
  const writing = setInterval(() => {
    if (sent < bytes) socket.write('x', () => (sent += 1))
  }, 50)
  await closed
  clearInterval(writing)
  return { sent, answer }
}

it('gives up whose question does not come to an end, and takes the file of a run as long as something comes', async () => {
  const question = await drop('POST /graphql HTTP/1.1\r\nContent-Type: application/json', 400)
  expect(question.sent).toBeLessThan(400)
  const { id: keyId } = await hub.db.prisma.apiKey.findFirstOrThrow()
  const run = await hub.db.prisma.ingestionRun.create({ data: { id: randomUUID(), keyId } })
  const file = await drop(`POST /ingest/runs/${run.id}/files?name=a.txt HTTP/1.1`, 30)
  expect(file).toMatchObject({ sent: 30, answer: expect.stringContaining('"added":1') })
})
