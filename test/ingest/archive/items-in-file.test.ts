import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ARCHIVE_BOUNDS, type ArchiveBounds } from '../../../src/ingest/archive/archive-bounds.ts'
import { itemsInFile, type LeftOut } from '../../../src/ingest/archive/items-in-file.ts'
import { type Entry, tarGzOf, tarOf, zipOf } from './make-archives.ts'

const folder = await mkdtemp(join(tmpdir(), 'disclosure-hub-archives-'))
afterAll(() => rm(folder, { recursive: true }))

let files = 0
/** What is in a file of these bytes, called so: names and contents, and what is left out. */
async function contents(name: string, bytes: Uint8Array | string, bounds: Partial<ArchiveBounds> = {}) {
  files += 1
  const path = join(folder, `${files}`)
  await writeFile(path, bytes)
  const leftOut: LeftOut[] = []
  const items = []
  for await (const item of itemsInFile(path, name, { ...ARCHIVE_BOUNDS, ...bounds }, (entry) => leftOut.push(entry))) {
    items.push([item.name, Buffer.from(item.bytes).toString(), item.kind])
  }
  return { items, leftOut }
}

const ENTRIES: readonly Entry[] = [
  { name: '2020/', content: '', kind: '5' },
  { name: '2020/daxing.txt', content: 'Daxing' },
  { name: '2021/deeper/report.json', content: '{}' },
]
const READ = [
  ['2020/daxing.txt', 'Daxing', 'FILE'],
  ['2021/deeper/report.json', '{}', 'STRUCTURED'],
]

describe.each([
  ['all.zip', zipOf],
  ['all.tar', tarOf],
  ['all.tar.gz', tarGzOf],
  ['all.tgz', tarGzOf],
] as const)('%s', (archive, make) => {
  it('gives the files of all folders, by their paths', async () => {
    const { items, leftOut } = await contents(archive, make(ENTRIES))
    expect(items).toEqual(READ.map(([name, ...rest]) => [`${archive}/${name}`, ...rest]))
    expect(leftOut).toEqual([])
  })

  it('leaves out what systems put beside documents, and says so', async () => {
    const names = ['__MACOSX/._a.txt', '.DS_Store', 'a/.git/config', '~$report.docx', 'Thumbs.db', 'a.txt']
    const { items, leftOut } = await contents(archive, make(names.map((name) => ({ name, content: 'x' }))))
    expect(items.map(([name]) => name)).toEqual([`${archive}/a.txt`])
    expect(leftOut).toEqual(names.slice(0, -1).map((name) => ({ name, why: 'HIDDEN' })))
  })

  it('makes paths safe', async () => {
    const names = ['../../etc/passwd', '/root/a.txt', 'C:\\reports\\b.txt', './c.txt', 'd\n.txt']
    const { items } = await contents(archive, make(names.map((name) => ({ name, content: 'x' }))))
    const safe = ['etc/passwd', 'root/a.txt', 'reports/b.txt', 'c.txt', 'd_.txt']
    expect(items.map(([name]) => name)).toEqual(safe.map((name) => `${archive}/${name}`))
  })

  it('that is cut off gives an error that names the entry', async () => {
    const whole = make(ENTRIES.map((entry) => ({ ...entry, content: 'Daxing'.repeat(999), method: 0 }) as const))
    const error = await contents(archive, whole.subarray(0, whole.length - 2_000)).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ name: 'ArchiveError', code: 'ARCHIVE_UNREADABLE' })
    if (archive === 'all.tar') expect(error).toMatchObject({ entry: '2021/deeper/report.json' })
  })

  it.each([
    ['entryBytes', { entryBytes: 5 }, '2020/daxing.txt'],
    ['archiveEntries', { archiveEntries: 1 }, null],
    ['unpackedBytes', { unpackedBytes: 7 }, '2021/deeper/report.json'],
    ['entryName', { entryName: 20 }, null],
    ['archiveBytes', { archiveBytes: 10 }, null],
  ] as const)('is refused when over %s', async (of, bounds, entry) => {
    const error = await contents(archive, make(ENTRIES), bounds).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'ARCHIVE_TOO_LARGE', over: { of, limit: Object.values(bounds)[0] } })
    if (entry !== null) expect(error).toMatchObject({ entry })
  })
})

describe('a ZIP archive', () => {
  it('has names in UTF-8 and in GB18030', async () => {
    const gbk = Buffer.from('b4f3d0cbc7f82e747874', 'hex')
    const { items } = await contents(
      'a.zip',
      zipOf([
        { name: '大兴区.txt', content: 'said' },
        { name: '大兴区.txt', content: 'unsaid', flags: 0 },
        { name: gbk, content: 'gbk', flags: 0 },
      ]),
    )
    expect(items.map(([name]) => name)).toEqual(Array(3).fill('a.zip/大兴区.txt'))
  })

  it.each([
    ['a checksum that differs', { checksum: 1 }],
    ['more than it says', { size: 3 }],
    ['a password', { flags: 0x801 }],
  ])('is refused for %s, and the entry is named', async (_what, wrong) => {
    const bytes = zipOf([
      { name: 'a.txt', content: 'good' },
      { name: 'b.txt', content: 'Daxing', ...wrong },
    ])
    await expect(contents('a.zip', bytes)).rejects.toMatchObject({ code: 'ARCHIVE_UNREADABLE', entry: 'b.txt' })
  })

  it('that unpacks to a hundred times its size is refused, beyond what is unpacked anyway', async () => {
    const bomb = zipOf(Array.from({ length: 5 }, (_, at) => ({ name: `${at}.txt`, content: Buffer.alloc(9_000_000) })))
    await expect(contents('a.zip', bomb)).rejects.toMatchObject({ over: { of: 'archiveRatio', limit: 100 } })
  })

  it('of Word is a document', async () => {
    expect((await contents('报告.docx', zipOf([{ name: 'word/document.xml', content: '' }]))).items).toMatchObject([
      ['报告.docx', expect.any(String), 'FILE'],
    ])
  })

  it('that is none is refused', async () => {
    await expect(contents('a.zip', 'no archive')).rejects.toMatchObject({ code: 'ARCHIVE_UNREADABLE', entry: null })
  })
})

describe('a tar archive', () => {
  it('leaves out links, and says so', async () => {
    const { items, leftOut } = await contents('a.tar', tarOf([{ name: 'link', content: '', kind: '2' }, ...ENTRIES]))
    expect(items).toHaveLength(2)
    expect(leftOut).toEqual([{ name: 'link', why: 'NO_FILE' }])
  })

  it('that is none is refused', async () => {
    await expect(contents('a.tar', 'no archive'.repeat(200))).rejects.toMatchObject({ code: 'ARCHIVE_UNREADABLE' })
  })
})

describe('lines', () => {
  it('are a report object each, named by their numbers', async () => {
    expect((await contents('a.jsonl', '{"a":1}\n\n{"a":2}\r\n  \n{"a":3}')).items).toEqual([
      ['a.jsonl:1', '{"a":1}', 'STRUCTURED'],
      ['a.jsonl:3', '{"a":2}', 'STRUCTURED'],
      ['a.jsonl:5', '{"a":3}', 'STRUCTURED'],
    ])
  })

  it('longer than a report are refused by number', async () => {
    await expect(contents('a.jsonl', '1\n123456\n', { entryBytes: 5 })).rejects.toMatchObject({ entry: 'line 2' })
  })
})
