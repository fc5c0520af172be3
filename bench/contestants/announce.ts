import type { RequestListener } from 'node:http'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Listens on any free port of this machine alone, and prints the address: the runner waits for that line. Ends with the runner. */
export function announce(server: Server | RequestListener): void {
  const listening = typeof server === 'function' ? createServer(server) : server
  listening.listen({ port: 0, host: '127.0.0.1' }, () => {
    const { port } = listening.address() as AddressInfo
    console.log(`serves at http://127.0.0.1:${port}/graphql`)
  })
  const runner = process.ppid
  setInterval(() => process.ppid === runner || process.exit(), 500).unref()
}

/** What the runner has set for a contestant. */
export function given(name: 'DATABASE_URL' | 'BODY_FILE' | 'BODY_TYPE'): string {
  const value = process.env[name]
  if (value === undefined) throw new Error(`Expected ${name}, got nothing: the runner (npm run bench) sets it.`)
  return value
}
