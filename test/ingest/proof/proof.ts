import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../../../src/store/embedded-postgres.ts'
import { onServer, withDatabase } from '../../database-address.ts'
import { faultsOf } from './faults-of.ts'
import { prove } from './prove.ts'

// npm run proof:ingest -- [reports] [kills]: whether what is sent to a hub that is killed again and again is stored exactly once.

const [reports = '300', kills = '5', shortest = '1000', longest = '4000'] = process.argv.slice(2)
const folder = await mkdtemp(join(tmpdir(), 'disclosure-hub-proof-store-'))
const given = process.env.TEST_DATABASE_URL
const postgres = given === undefined ? await startEmbeddedPostgres(join(folder, 'data')) : null
const server = given ?? postgres?.url ?? ''
const name = `hub_proof_${process.pid}`
await onServer(server, (client) => client.query(`CREATE DATABASE ${name} ENCODING 'UTF8' TEMPLATE template0`))
try {
  const size = { reports: Number(reports), kills: Number(kills), pauses: [Number(shortest), Number(longest)] as const }
  const proof = await prove(withDatabase(server, name), '47321', size, (line) => console.log(line))
  const faults = faultsOf(proof, size.reports)
  console.log(`${(size.reports / proof.seconds).toFixed(1)} reports in a second, ${proof.killed} kills among them.`)
  console.log(faults.length === 0 ? 'Each report is there once, whole.' : faults.join('\n'))
  process.exitCode = faults.length === 0 ? 0 : 1
} finally {
  await onServer(server, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`))
  await postgres?.stop()
  await rm(folder, { recursive: true, force: true })
}
