import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { spawnContestant } from '../child.ts'
import { HUB } from '../contestants.ts'
import type { Row } from '../results.ts'
import { median } from '../statistics.ts'
import { summaryOf } from './country.ts'

/** Seconds from the start of a hub on a store with reports to its first answer to /ready. */
export async function measureStart(url: string, starts: number): Promise<Row[]> {
  const took: number[] = []
  // The first one finds nothing in the caches of the machine.
  for (let start = -1; start < starts; start += 1) {
    const seconds = await startOnce(url)
    if (start >= 0) took.push(seconds)
  }
  return [
    {
      what: 'start',
      who: HUB.name,
      title: 'start with a populated store, to /ready',
      by: HUB.title,
      figures: [{ against: '', unit: 's', value: median(took), target: { atMost: 1.5 } }],
      measured: summaryOf(took.map((seconds) => seconds * 1_000)),
    },
  ]
}

async function startOnce(url: string, tries = 5): Promise<number> {
  const port = await freePort()
  const began = performance.now()
  const { child, printed } = spawnContestant({ ...HUB, settings: { ...HUB.settings, PORT: `${port}` } }, url)
  const ended = once(child, 'close')
  try {
    while (!(await isReady(port))) {
      // On a machine that is very busy the database may not answer the first time.
      if (child.exitCode !== null && tries > 1) return startOnce(url, tries - 1)
      if (child.exitCode !== null) throw new Error(`Expected a hub that serves, got its end: ${printed.text}`)
      await sleep(5)
    }
    return (performance.now() - began) / 1_000
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}

const isReady = (port: number) =>
  fetch(`http://127.0.0.1:${port}/ready`).then(
    ({ ok }) => ok,
    () => false,
  )

/** A port that nobody holds: whoever waits for an answer has to know where before there is one. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
