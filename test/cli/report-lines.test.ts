import { expect, it } from 'vitest'
import { readReportLines } from '../../src/cli/report-lines.ts'

async function* inParts(size: number, ...bytes: Uint8Array[]): AsyncGenerator<Uint8Array> {
  const whole = Buffer.concat(bytes)
  for (let at = 0; at < whole.length; at += size) yield whole.subarray(at, at + size)
}

async function read(chunks: AsyncIterable<Uint8Array>, longest?: number) {
  const told: string[] = []
  for await (const { line, read } of readReportLines(chunks, longest)) {
    if (!read.ok) told.push(`${line} ${read.error.code} ${read.error.message}`)
    else if (read.source.kind === 'STRUCTURED') told.push(`${line} ${JSON.stringify(read.source.object)}`)
  }
  return told
}

const TEXT = Buffer.from('\uFEFF{"title":"年度报告"}\r\n\n{"year":2020}\n  \n{"year":2021}')
const READ = ['1 {"title":"年度报告"}', '3 {"year":2020}', '5 {"year":2021}']

it.each([1, 2, 7, 1_000])('reads an object a line, however the bytes come in parts (%i)', async (size) => {
  expect(await read(inParts(size, TEXT))).toEqual(READ)
  expect(await read(inParts(size, TEXT, Buffer.from('\n')))).toEqual(READ)
})

it('has nothing where there is nothing', async () => {
  expect(await read(inParts(5, Buffer.from('')))).toEqual([])
  expect(await read(inParts(5, Buffer.from('\n\n')))).toEqual([])
})

it('names the line that is no JSON, no UTF-8, or too long, and reads the others', async () => {
  const long = Buffer.from(`{"title":"${'x'.repeat(100)}"}\n`)
  const parts = [
    Buffer.from('{"year":\n{"year":1}\n'),
    Buffer.from([0x22, 0xff, 0x22, 0x0a]),
    long,
    Buffer.from('{"year":2}'),
  ]
  const told = await read(inParts(9, ...parts), 50)
  expect(told).toEqual([
    expect.stringMatching(/^1 INVALID_REPORT_OBJECT Expected a report object as JSON, got text that is not JSON: /),
    '2 {"year":1}',
    '3 WRONG_ENCODING Expected a report object as JSON in UTF-8, got bytes that are no UTF-8. Save the file as UTF-8.',
    expect.stringMatching(/^4 TOO_LARGE Expected a source of at most 50 bytes, got 112\. /),
    '5 {"year":2}',
  ])
})
