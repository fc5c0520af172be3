import { describe, expect, it } from 'vitest'
import { parseInWorker } from '../../src/parse/parse-in-worker.ts'

const TITLE = '大兴区2020年政府信息公开工作年度报告'
const RECEIVED = '一、本年新收政府信息公开申请数量'
const REPORT = `${TITLE}\n${RECEIVED}\t1\t0\t0\t0\t0\t0\t1`
const TEN_MEGABYTES = 10_000_000

const read = (source: string | Uint8Array, mostMilliseconds?: number) =>
  parseInWorker({ bytes: typeof source === 'string' ? new TextEncoder().encode(source) : source }, mostMilliseconds)
const outcome = async (source: string | Uint8Array) => {
  const parsed = await read(source)
  return parsed.ok ? 'a report' : parsed.error.code
}

describe('a document read in a process of its own', () => {
  it('gives the same report', async () => {
    const parsed = await read(REPORT)
    if (!parsed.ok) throw new Error(parsed.error.message)
    expect(parsed.report.district?.code).toBe('110115')
    expect(parsed.report.figures.get('applications.RECEIVED.TOTAL')?.value).toBe('1')
  })

  it('is given up after its time, and the next one is read', async () => {
    const endless = `${TITLE}\n统计指标\n${'主动公开政府信息某\n1\n'.repeat(300_000)}`
    const parsed = await read(endless, 50)
    expect(parsed).toMatchObject({
      ok: false,
      error: {
        code: 'TOO_COMPLEX',
        expected: 'a document that is read within 0.05 s and 768 MB',
        got: 'one that takes longer',
      },
    })
    expect(await outcome(REPORT)).toBe('a report')
  })

  it('leaves everybody else free to work', async () => {
    let turns = 0
    const clock = setInterval(() => {
      turns += 1
    }, 5)
    await read(`${TITLE}\n${'1 '.repeat(2_000_000)}`)
    clearInterval(clock)
    expect(turns).toBeGreaterThan(1)
  })

  it('waits for its turn when many come at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => outcome(REPORT)))
    expect(new Set(outcomes)).toEqual(new Set(['a report']))
  })
})

describe('hostile documents have a typed answer', () => {
  it.each([
    ['a number of a million digits', `${TITLE}\n${RECEIVED}\t${'9'.repeat(1_000_000)}\t0\t0\t0\t0\t0\t1`],
    ['one character', 'a'.repeat(TEN_MEGABYTES)],
    ['one Chinese character', `${TITLE}\n${'公'.repeat(TEN_MEGABYTES / 3)}`],
    ['one line of tabs', `${TITLE}\n${RECEIVED}${'\t'.repeat(TEN_MEGABYTES)}`],
    ['one line of numbers', `${TITLE}\n${RECEIVED}${'\t0'.repeat(TEN_MEGABYTES / 2)}`],
    ['empty lines', `${TITLE}${'\n'.repeat(TEN_MEGABYTES)}`],
    ['opening brackets', `${TITLE}\n${'('.repeat(TEN_MEGABYTES / 2)}`],
    ['years', `${TITLE}\n${'2020年'.repeat(1_000_000)}`],
    ['deep HTML', `<!doctype html><html><body>${'<div>'.repeat(100_000)}${TITLE}`],
    ['tables in tables', `<!doctype html><html><body>${'<table><tr><td>'.repeat(20_000)}${TITLE}`],
    [
      'cells that span everything',
      `<html><body>${TITLE}<table>${'<tr><td rowspan=65534 colspan=1000>1'.repeat(2_000)}`,
    ],
    ['a truncated PDF file', '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>'],
    ['an archive without its directory', 'PK\u0003\u0004 and so on'],
  ])('%s', async (_, source) => {
    expect(await outcome(source)).toMatch(/^(a report|[A-Z_]+)$/)
  })

  it('a report cut off or altered anywhere', async () => {
    const whole = new TextEncoder().encode(REPORT)
    let state = 7
    const random = (below: number) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      return state % below
    }
    for (let round = 0; round < 60; round += 1) {
      const bytes = whole.slice(0, random(whole.length))
      for (let change = 0; change < round % 4; change += 1) bytes[random(bytes.length || 1)] = random(256)
      expect(await outcome(bytes)).toMatch(/^(a report|[A-Z_]+)$/)
    }
  })

  it('random bytes behind the signature of each format', async () => {
    const noise = Uint8Array.from({ length: 20_000 }, (_, index) => (index * 7919 + (index >> 3) * 31) % 251)
    for (const signature of [
      '%PDF-1.4\n',
      'PK\u0003\u0004',
      '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1',
      '<html>',
      '',
    ]) {
      const bytes = Buffer.concat([Buffer.from(signature, 'latin1'), noise])
      expect(await outcome(bytes)).toMatch(/^[A-Z_]+$/)
    }
  })
})
