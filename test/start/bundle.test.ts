import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { BUNDLED, BUNDLES } from '../../src/bundle.ts'
import { codeVersion } from '../../src/server/code-version.ts'
import { testDatabase } from '../database.ts'
import { serve } from './hub-process.ts'

const ROOT = join(import.meta.dirname, '../..')
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Readonly<Record<string, string>>
}

it('a bundle stands under the version of its code, and has every program', () => {
  execFileSync(process.execPath, ['src/write-bundle.ts', '--if-missing'], { cwd: ROOT })
  expect(readdirSync(BUNDLES)).toContain(codeVersion())
  for (const name of Object.keys(BUNDLED))
    expect(existsSync(join(BUNDLES, codeVersion(), `${name}.js`)), name).toBe(true)
})

it('no file of a bundle takes itself for the one that was started', () => {
  const folder = join(BUNDLES, codeVersion())
  const files = readdirSync(folder).filter((file) => file.endsWith('.js'))
  expect(files.length).toBeGreaterThan(10)
  expect(files.filter((file) => readFileSync(join(folder, file), 'utf8').includes('import.meta.main'))).toEqual([])
})

it('a hub of the bundle answers, reads documents, and has its pages', async () => {
  const db = await testDatabase()
  const hub = await serve({ DATABASE_URL: db.url })
  const { districts, reports } = await hub.ask<{ districts: { totalCount: number }; reports: { totalCount: number } }>(
    '{ districts { totalCount } reports { totalCount } }',
  )
  expect(districts.totalCount).toBeGreaterThan(3_000)
  // The samples have been read by a process of the bundle.
  expect(reports.totalCount).toBe(5)
  for (const path of ['/reference', '/reference/clients', '/reference/schema.graphql']) {
    expect((await fetch(`${hub.address}${path}`)).status, path).toBe(200)
  }
})

it('what is compiled at installation is compiled by the options that a start has', () => {
  const options = (script = '', program: string) => new RegExp(`node ((?:--\\S+ )+)${program}`).exec(script)?.[1]
  expect(options(scripts.start, 'src/main[.]js')).toBeDefined()
  expect(options(scripts.postinstall, 'src/write-compile-cache[.]ts')).toBe(options(scripts.start, 'src/main[.]js'))
})
