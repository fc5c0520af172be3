import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { emptyDatabase } from '../database.ts'
import { dataFolder, run, serve } from './hub-process.ts'

async function hub(command: readonly string[], settings: Record<string, string> = {}) {
  const { ended, printed } = run(['src/cli.ts', ...command], settings)
  return { code: await ended, ...printed }
}

describe('hub read', () => {
  it('prints the report object, without a database', async () => {
    const { code, out } = await hub(['read', 'samples/daxing-2020.txt', '--json'], {
      DATABASE_URL: 'postgres://127.0.0.1:1/x',
    })
    expect(code).toBe(0)
    const object = JSON.parse(out)
    expect(object).toMatchObject({ district: { code: '110115' }, year: 2020, form: 'FORM_2019' })
    expect(object.figures['disclosure.PROCUREMENT.AMOUNT']).toMatchObject({ state: 'STATED', value: 28130.0902 })
  })

  it('says in one sentence what is no report, and what is no file', async () => {
    expect(await hub(['read', 'package.json'])).toMatchObject({
      code: 1,
      out: '',
      error: expect.stringMatching(/^package.json: Expected .*\n$/),
    })
    expect(await hub(['read', 'absent'])).toMatchObject({
      code: 1,
      error: expect.stringMatching(/^Expected a file that can be read, got .*\n$/),
    })
    expect(await hub(['read', 'samples'])).toMatchObject({
      code: 1,
      error: 'Expected one file, got the folder samples: name a file in it.\n',
    })
  })
})

it('hub --version prints the version', async () => {
  expect(await hub(['--version'])).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
})

describe('hub ingest, key and migrate', () => {
  it('work on the database of DATABASE_URL', async () => {
    const settings = { DATABASE_URL: await emptyDatabase() }
    expect(await hub(['migrate'], settings)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Applied \d{14}_init/),
    })
    expect(await hub(['migrate'], settings)).toMatchObject({ code: 0, out: 'The database is up to date.\n' })
    const first = await hub(['ingest', 'samples'], settings)
    expect(first).toMatchObject({ code: 0, error: '' })
    expect(first.out.match(/^CREATED /gm)).toHaveLength(5)
    expect((await hub(['ingest', 'samples/daxing-2020.txt'], settings)).out).toMatch(
      /^UNCHANGED 北京市大兴区 2020, revision 1: /,
    )
    expect(await hub(['key', 'city'], settings)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^hub_[\w-]{43}\n$/),
    })
    expect(await hub(['key', 'city'], settings)).toMatchObject({
      code: 1,
      error: expect.stringMatching(/^Expected a name that no key has/),
    })
    expect(await hub(['key', ''], settings)).toMatchObject({
      code: 1,
      error: expect.stringMatching(/^Expected the name of a key to have 1 to 100 characters, .*, got "": .*\n$/),
    })
    expect(await hub(['key', '--revoke', 'city'], settings)).toMatchObject({
      code: 0,
      out: 'Revoked the key "city": nothing can be ingested with it any more.\n',
    })
    expect((await hub(['key', '--list'], settings)).out).toMatch(/^city: made \d{4}-\d\d-\d\d, revoked /)
  })

  it('take a report object as a file, and say what is wrong with one', async () => {
    const settings = { DATABASE_URL: await emptyDatabase() }
    const folder = await dataFolder()
    await mkdir(folder)
    const { out } = await hub(['read', 'samples/tongzhou-2018.txt', '--json'])
    await writeFile(join(folder, 'good.json'), out)
    await writeFile(join(folder, 'bad.json'), '{')
    const { code, out: told, error } = await hub(['ingest', folder], settings)
    expect(code).toBe(1)
    expect(told).toMatch(/^CREATED {3}北京市通州区 2018, revision 1/)
    expect(error).toMatch(/bad\.json: Expected a report object as JSON, got text that is not JSON: .*\n$/)
    await writeFile(join(folder, 'bad.json'), '{"year":\n ')
    expect((await hub(['read', join(folder, 'bad.json')])).error).toContain('end of JSON input (line 2 column 2)')
  })

  it('say that a folder to ingest is empty', async () => {
    const folder = await dataFolder()
    await mkdir(folder)
    expect(await hub(['ingest', folder], { DATABASE_URL: await emptyDatabase() })).toMatchObject({
      code: 1,
      error: `Expected files to ingest, got none in ${folder}.\n`,
    })
  })

  it('use the server of a hub that runs on the data folder, or start it for the duration', async () => {
    const settings = { DATA_DIR: await dataFolder() }
    expect(await hub(['ingest', 'samples/daxing-2020.txt'], settings)).toMatchObject({ code: 0 })
    const serving = await serve(settings)
    expect(await serving.ask('{ reports { totalCount } }')).toEqual({ reports: { totalCount: 1 } })
    expect(await hub(['ingest', 'samples/tongzhou-2018.txt'], settings)).toMatchObject({ code: 0 })
    expect(await serving.ask('{ reports { totalCount } }')).toEqual({ reports: { totalCount: 2 } })
    serving.child.kill('SIGTERM')
    expect(await serving.ended).toBe(0)
  })
})
