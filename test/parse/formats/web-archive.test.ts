import { describe, expect, it } from 'vitest'
import { html } from '../../../src/parse/formats/html.ts'
import { isWebArchive, pageOfArchive } from '../../../src/parse/formats/web-archive.ts'

const source = (...lines: string[]) => ({ bytes: Buffer.from(lines.join('\r\n'), 'latin1') })
const archive = (encoding: string, page: string) =>
  source(
    'From: <Saved by a browser>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;',
    '\ttype="text/html"; boundary="----=_part"',
    '',
    '',
    '------=_part',
    'Content-Type: image/png',
    'Content-Transfer-Encoding: base64',
    '',
    'AAAA',
    '------=_part',
    'Content-Type: text/html; charset=utf-8',
    `Content-Transfer-Encoding: ${encoding}`,
    '',
    page,
    '------=_part--',
  )
const text = (page: ReturnType<typeof pageOfArchive>) =>
  Buffer.from(page?.bytes ?? [])
    .toString('utf8')
    .trim()

describe('the page of a web archive', () => {
  it.each([
    ['quoted-printable', '<p class=3Dx>=E7=94=B2=\r\n1</p>'],
    ['base64', Buffer.from('<p class=x>甲1</p>').toString('base64')],
    ['8bit', Buffer.from('<p class=x>甲1</p>').toString('latin1')],
  ])('in %s', (encoding, page) => {
    const saved = archive(encoding, page)
    expect(isWebArchive(saved)).toBe(true)
    expect(html.match(saved)).toBe(true)
    expect(text(pageOfArchive(saved))).toBe('<p class=x>甲1</p>')
    expect(pageOfArchive(saved)?.mediaType).toBe('text/html; charset=utf-8')
  })

  it('is none in a mail of text only', async () => {
    const mail = source('MIME-Version: 1.0', 'Content-Type: text/plain', '', '信息公开')
    expect(pageOfArchive(mail)).toBeNull()
    expect(await html.read(mail)).toMatchObject({ refused: 'a mail or web archive without a page' })
  })

  it('is not looked for in a text that speaks of such things', () => {
    expect(isWebArchive(source('信息公开', '', 'MIME-Version: 1.0'))).toBe(false)
  })
})
