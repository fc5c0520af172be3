import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { type AddressInfo, connect, createServer as createSilentServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { migrate } from '../../src/store/migrate.ts'
import { emptyDatabase } from '../database.ts'
import { onServer } from '../database-address.ts'
import { dataFolder, run, serve, until } from './hub-process.ts'

const DAXING = `{ district(code: "110115") { reports { nodes { year applicationOutcomes(rows: [RECEIVED], applicants: [TOTAL]) { value } } } } }`
const COUNT = '{ reports { totalCount } }'

describe('npm start', () => {
  it('makes a database, ingests the samples, prints a key once, and keeps everything', async () => {
    const DATA_DIR = await dataFolder()
    const first = await serve({ DATA_DIR })
    expect(await first.ask(DAXING)).toEqual({
      district: { reports: { nodes: [{ year: 2020, applicationOutcomes: [{ value: 953 }] }] } },
    })
    expect(await first.ask(COUNT)).toEqual({ reports: { totalCount: 5 } })
    expect(first.key).toBeDefined()
    expect((await stat(join(DATA_DIR, 'password'))).mode & 0o777).toBe(0o600)
    expect((await stat(join(DATA_DIR, 'connection.json'))).mode & 0o777).toBe(0o600)

    const second = run(['src/main.js'], { DATA_DIR })
    expect(await second.ended).toBe(1)
    expect(second.printed.error).toMatch(
      new RegExp(
        `^Expected the data folder .* to be free, got one that a running hub \\(process ${first.child.pid}\\) holds: .*\\.\n$`,
      ),
    )

    first.child.kill('SIGINT')
    expect(await first.ended).toBe(0)
    expect(first.printed.error).toBe('')

    const again = await serve({ DATA_DIR })
    expect(await again.ask(COUNT)).toEqual({ reports: { totalCount: 5 } })
    expect(again.key).toBeUndefined()
    again.child.kill('SIGTERM')
    expect(await again.ended).toBe(0)
  })

  it('judges again what other rules have judged, or none', async () => {
    const DATABASE_URL = await emptyDatabase()
    const statuses = '{ reports(first: 5, orderBy: [{ year: ASC }]) { nodes { year status } } }'
    const first = await serve({ DATABASE_URL })
    const before = await first.ask(statuses)
    expect(before).toMatchObject({
      reports: { nodes: [{ year: 2017, status: 'ERRORS' }, { year: 2018, status: 'ERRORS' }, {}, {}, {}] },
    })
    first.child.kill('SIGTERM')
    await first.ended
    await onServer(DATABASE_URL, (client) => client.query('DELETE FROM judgements'))
    const second = await serve({ DATABASE_URL })
    expect(second.printed.out).toContain('  The rules have changed: 5 reports were judged again.\n')
    expect(await second.ask(statuses)).toEqual(before)
    second.child.kill('SIGTERM')
    expect(await second.ended).toBe(0)
    const third = await serve({ DATABASE_URL })
    expect(third.printed.out).not.toContain('judged again')
    third.child.kill('SIGTERM')
    expect(await third.ended).toBe(0)
  })

  it('uses the database of DATABASE_URL, and adds up what is there', async () => {
    const DATABASE_URL = await emptyDatabase()
    const hub = await serve({ DATABASE_URL })
    expect(await hub.ask(COUNT)).toEqual({ reports: { totalCount: 5 } })
    const summed = 'SELECT count(summed_number)::int AS reports FROM reports'
    await until(async () => {
      const { rows } = await onServer(DATABASE_URL, (client) => client.query<{ reports: number }>(summed))
      return rows[0]?.reports === 5
    })
    hub.child.kill('SIGTERM')
    expect(await hub.ended).toBe(0)
  })
})

describe.skipIf(process.platform === 'win32')('npm', () => {
  it('takes the hub with it when a process manager ends it', async () => {
    const hub = run(['start'], { DATABASE_URL: await emptyDatabase() }, 'npm')
    await until(() => hub.printed.out.includes('Ctrl-C stops it.') || hub.child.exitCode !== null)
    hub.child.kill('SIGTERM')
    await hub.ended
    // Standard output is closed when the last process that holds it, the hub, is gone.
    expect(hub.printed.out).toContain('Stopping')
  })
})

describe.skipIf(process.platform === 'win32')('a signal', () => {
  it('during the start ends it at once, and the next start finds nothing in its way', async () => {
    const DATA_DIR = await dataFolder()
    const given = run(['src/main.js'], { DATA_DIR })
    await until(() => existsSync(join(DATA_DIR, 'connection.json')) || given.child.exitCode !== null)
    given.child.kill('SIGTERM')
    expect(await given.ended).toBe('SIGTERM')
    const next = await serve({ DATA_DIR })
    expect(await next.ask(COUNT)).toEqual({ reports: { totalCount: 5 } })
    next.child.kill('SIGTERM')
    expect(await next.ended).toBe(0)
  })

  it('ends a start that hangs', async () => {
    // A database that takes connections and never says a word.
    const silent = createSilentServer().listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const { port } = silent.address() as AddressInfo
    const hub = run(['src/main.js'], { DATABASE_URL: `postgres://hub@127.0.0.1:${port}/hub` })
    await once(silent, 'connection')
    hub.child.kill('SIGINT')
    expect(await hub.ended).toBe('SIGINT')
    silent.close()
  })

  it('ends the hub when it is the second, though something is under way', async () => {
    const hub = await serve({ DATABASE_URL: await emptyDatabase() })
    const { port, hostname } = new URL(hub.address)
    const slow = connect(Number(port), hostname)
    slow.on('error', () => undefined)
    await once(slow, 'connect')
    slow.write('POST /graphql HTTP/1.1\r\nhost: hub\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{')
    // Answered after the slow one has arrived.
    await hub.ask(COUNT)
    hub.child.kill('SIGINT')
    await until(() => hub.printed.out.includes('Stopping'))
    // One that comes together with the first is the first one again.
    await setTimeout(1_000)
    hub.child.kill('SIGINT')
    expect(await hub.ended).toBe('SIGINT')
  })
})

describe('a start that cannot be is one sentence and an exit code', () => {
  const refusal = async (settings: Record<string, string>) => {
    const hub = run(['src/main.js'], settings)
    expect(await hub.ended).toBe(1)
    expect(hub.printed.out).toBe('')
    expect(hub.printed.error).toMatch(/^Expected .*\.\n$/)
    return hub.printed.error
  }

  it('the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const port = (other.address() as AddressInfo).port
    expect(await refusal({ DATABASE_URL: await emptyDatabase(), PORT: String(port) })).toContain(
      `127.0.0.1:${port}, got a port that`,
    )
    other.close()
  })

  it('the database does not answer', async () => {
    const message = await refusal({ DATABASE_URL: 'postgres://hub:secret@127.0.0.1:1/hub' })
    expect(message).toContain('check DATABASE_URL')
    expect(message).not.toContain('secret')
  })

  it('the database is newer than the code', async () => {
    const url = await emptyDatabase()
    await migrate(url)
    await onServer(url, (client) =>
      client.query(
        `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '29990101000000_later', now())`,
      ),
    )
    expect(await refusal({ DATABASE_URL: url })).toContain('no newer than this version of the hub')
  })

  it('the data folder cannot be written', async () => {
    expect(await refusal({ DATA_DIR: '/dev/null/data' })).toContain('set DATA_DIR to another folder')
    if (process.platform === 'linux')
      expect(await refusal({ DATA_DIR: '/proc/x/data' })).toContain('set DATA_DIR to another folder')
  })

  it('a setting is not what it must be', async () => {
    expect(await refusal({ PORT: 'http' })).toBe('Expected PORT to be a whole number from 0 to 65535, got "http".\n')
  })
})
