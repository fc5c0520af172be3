import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { emptyDatabase } from '../database.ts'
import { onServer } from '../database-address.ts'
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
    const { findings } = JSON.parse((await hub(['read', 'samples/tongzhou-2018.txt', '--json'])).out)
    expect(findings).toContainEqual({
      ruleId: 'prose.disclosure',
      severity: 'WARNING',
      message: '文中主动公开政府信息数为 10965 条 ≠ 表中主动公开政府信息数 17689，相差 6724',
      left: {
        paths: [],
        value: '10965',
        year: null,
        statements: [{ sentence: '2018年全区主动公开政府信息10965条。', at: { kind: 'TEXT', line: 26, column: 1 } }],
      },
      right: { paths: ['disclosure.PROACTIVE.COUNT'], value: '17689', year: null, statements: [] },
      difference: '-6724',
      unit: '条',
      sameAs: ['disclosure.CHANNEL_WEBSITE.COUNT'],
      remedy: '文中若为 17689，或表中为 10965，则相符',
    })
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

describe('hub check', () => {
  const noDatabase = { DATABASE_URL: 'postgres://127.0.0.1:1/x' }

  it('finds the answers of tongzhou-2018 that come to 654 where 655 are stated, and exits with 1', async () => {
    const { code, out, error } = await hub(['check', 'samples/tongzhou-2018.txt'], noDatabase)
    expect({ code, error }).toEqual({ code: 1, error: '' })
    expect(out).toMatch(
      /^samples\/tongzhou-2018\.txt:260:2: error statistics\.answers: 申请答复数 655 ≠ .* = 654，相差 1$/m,
    )
    expect(out).toContain('    line 260  （三）申请答复数  件  655\n    line 264  1.属于已主动公开范围数  件  109\n')
    expect(out).toContain('    → 若为 654，或各项之和为 655，则相符\n')
    expect(out).toMatch(/^✖ samples\/tongzhou-2018\.txt: 1 error, \d+ warnings, 1 notice \(北京市通州区 2018; /m)
  })

  it('prints what README shows', async () => {
    const [, shown] =
      /hub -- check (samples\/chaoyang.*\n\n(?: {4}.*\n)+)/.exec(await readFile('README.md', 'utf8')) ?? []
    const [file, , ...lines] = (shown ?? '').split('\n').map((line) => line.replace(/^ {4}/, ''))
    expect(lines.length).toBeGreaterThan(4)
    expect((await hub(['check', file ?? ''])).out).toContain(lines.join('\n'))
  })

  it('has nothing to say of daxing-2020, and exits with 0', async () => {
    expect(await hub(['check', 'samples/daxing-2020.txt'], noDatabase)).toMatchObject({
      code: 0,
      error: '',
      out: expect.stringMatching(
        /^✔ samples\/daxing-2020\.txt: nothing to mend \(北京市大兴区 2020; rules: \d+ hold, 0 broken, \d+ unknown\)\n\n$/,
      ),
    })
  })

  it('lets warnings pass unless it is strict', async () => {
    // One suit in a sentence, none in the table.
    const { code, out } = await hub(['check', 'samples/xigong-2020.txt'])
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringMatching(/^samples\/xigong-2020\.txt:7:30: warning prose\.litigation: /),
    })
    expect(await hub(['check', '--strict', 'samples/xigong-2020.txt'])).toEqual({ code: 1, out, error: '' })
    expect(await hub(['check', '--strict', 'samples/daxing-2020.txt'])).toMatchObject({ code: 0 })
  })

  it('exits with 2 when a file is no report, says why, and checks the others', async () => {
    const { code, out, error } = await hub(['check', 'LICENSE', 'samples/daxing-2020.txt', 'absent'])
    expect(code).toBe(2)
    expect(error).toMatch(
      /^LICENSE: error NOT_A_REPORT: Expected an annual report .*\n\nabsent: error ENOENT: Expected a file that can be read, got .*\n\n$/,
    )
    expect(out).toMatch(/^✔ samples\/daxing-2020\.txt: .*\n\n3 files: 2 not read, 1 clean\n$/)
  })

  it('prints an object of JSON for each file of a folder', async () => {
    const { code, out } = await hub(['check', 'samples', '--json'])
    expect(code).toBe(1)
    const objects = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(objects.map(({ file, status }) => `${file} ${status}`)).toEqual([
      'samples/chaoyang-2017.txt ERRORS',
      'samples/daxing-2020.txt CLEAN',
      'samples/shijingshan-2022.txt CLEAN',
      'samples/tongzhou-2018.txt ERRORS',
      'samples/xigong-2020.txt WARNINGS',
    ])
    const errors = objects.flatMap(({ findings }) => findings).filter(({ severity }) => severity === 'ERROR')
    expect(errors).toMatchObject([
      { ruleId: 'statistics.staff', left: { value: '224' }, right: { value: '235' }, difference: '-11' },
      { ruleId: 'statistics.answers', left: { value: '655' }, right: { value: '654' }, at: { line: 260, column: 2 } },
    ])
  })

  it('exits with 2 for an option that it does not have', async () => {
    expect(await hub(['check', '--stirct', 'samples/daxing-2020.txt'])).toMatchObject({ code: 2, out: '' })
  })

  it('refuses a report of the year before that is none', async () => {
    expect(await hub(['check', 'samples/daxing-2020.txt', '--previous', 'samples/xigong-2020.txt'])).toEqual({
      code: 2,
      out: '',
      error:
        'samples/xigong-2020.txt: error NOT_THE_YEAR_BEFORE: Expected the report of the year before by an agency of the files, got that of 洛阳市西工区 for 2020.\n',
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
    expect(await hub(['key', 'create', 'city'], settings)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^hub_[\w-]{43}\n$/),
    })
    expect(await hub(['key', 'create', 'city'], settings)).toMatchObject({
      code: 1,
      error: expect.stringMatching(/^Expected a name that no key has/),
    })
    expect(await hub(['key', 'create', ''], settings)).toMatchObject({
      code: 1,
      error: expect.stringMatching(/^Expected the name of a key to have 1 to 100 characters, .*, got "": .*\n$/),
    })
    expect(await hub(['key', 'revoke', 'city'], settings)).toMatchObject({
      code: 0,
      out: 'Revoked the key "city": nothing can be done with it any more.\n',
    })
    expect((await hub(['key', 'list'], settings)).out).toMatch(
      /^city: INGEST without limits, made \d{4}-\d\d-\d\d, never used, revoked /,
    )
  })

  it('judge every stored report again, and tell what differs', async () => {
    const settings = { DATABASE_URL: await emptyDatabase() }
    await hub(['ingest', 'samples'], settings)
    const nothing =
      /^5 reports judged by the rules of version \d+\.\d+\.\d+: 0 changed, with 0 findings gained and 0 lost\.\n$/
    expect(await hub(['judge'], settings)).toEqual({ code: 0, error: '', out: expect.stringMatching(nothing) })
    // A store from before there were judgements has none.
    await onServer(settings.DATABASE_URL, (client) => client.query('DELETE FROM judgements'))
    const dry = await hub(['judge', '--dry-run'], settings)
    expect(dry.code).toBe(1)
    expect(dry.out).toMatch(/^北京市大兴区人民政府 2020, revision 1: not judged before → CLEAN$/m)
    expect(dry.out).toMatch(
      /^北京市通州区人民政府 2018, revision 1: not judged before → ERRORS\n(?: {2}\+ .*\n)* {2}\+ ERROR statistics\.answers: 申请答复数 655 ≠ .* = 654，相差 1$/m,
    )
    expect(dry.out).toMatch(/^5 reports judged by .*: 5 would change, with \d+ findings gained and 0 lost\.$/m)
    expect(await hub(['judge'], settings)).toEqual({ ...dry, code: 0, out: dry.out.replace('would change', 'changed') })
    expect(await hub(['judge'], settings)).toMatchObject({ code: 0, out: expect.stringMatching(nothing) })
  })

  it('refuse reports with findings of the severity named, and store the others', async () => {
    const settings = { DATABASE_URL: await emptyDatabase() }
    const { code, out, error } = await hub(['ingest', '--refuse-on', 'ERROR', 'samples'], settings)
    expect(code).toBe(1)
    expect([...out.matchAll(/^CREATED +(\S+ \d{4})/gm)].map(([, report]) => report)).toEqual([
      '北京市大兴区 2020',
      '北京市石景山区 2022',
      '洛阳市西工区 2020',
    ])
    expect(error.split('\n').map((line) => line.replace(/^.*\/samples\//, '').split(':')[0])).toEqual([
      'chaoyang-2017.txt',
      'tongzhou-2018.txt',
      '',
    ])
    expect(error).toContain('statistics.answers (申请答复数 655 ≠ ')
    expect(await hub(['ingest', '--refuse-on', 'error', 'samples'], settings)).toMatchObject({
      code: 2,
      error: expect.stringMatching(/Allowed choices are ERROR, WARNING, NOTICE\.\n$/),
    })
  })

  it('withdraw a report and restore a revision of it, and say what stands against that', async () => {
    const settings = { DATABASE_URL: await emptyDatabase() }
    await hub(['ingest', 'samples/daxing-2020.txt'], settings)
    const report = ['--district', '110115', '--year', '2020', '--reason', '误报']
    expect(await hub(['withdraw', ...report, '--expected-revision', '2'], settings)).toMatchObject({
      code: 1,
      out: '',
      error: expect.stringMatching(/^Expected revision 2 to be in force, got revision 1\. .*\n$/),
    })
    expect(await hub(['withdraw', ...report, '--expected-revision', '1'], settings)).toMatchObject({
      code: 0,
      out: 'Withdrew the report on 2020: restore-revision puts a revision in force again.\n',
    })
    expect(await hub(['ingest', 'samples/daxing-2020.txt'], settings)).toMatchObject({
      code: 1,
      error: expect.stringContaining('got one that was withdrawn'),
    })
    const restore = ['restore-revision', ...report, '--expected-revision', '0', '--number', '1']
    expect(await hub(restore, settings)).toMatchObject({
      code: 0,
      out: 'Restored revision 1 of the report on 2020.\n',
    })
    expect(await hub(['restore-revision', '--district', '110115', '--year', '2020'], settings)).toMatchObject({
      code: 1,
      error: expect.stringContaining('--expected-revision'),
    })
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
      code: 2,
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
