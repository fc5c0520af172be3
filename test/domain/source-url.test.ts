import { expect, it } from 'vitest'
import { isSourceUrl } from '../../src/domain/source-url.ts'

it.each([
  'https://www.bjdx.gov.cn/zwgk/2020.html',
  'http://localhost:8080/a?b=c#d',
  'HTTPS://例子.中国/年度报告.doc',
  `https://a.cn/${'x'.repeat(1_987)}`,
])('%s can be where a document was published', (text) => expect(isSourceUrl(text)).toBe(true))

it.each([
  ['nothing', ''],
  ['no scheme', 'www.bjdx.gov.cn/2020.html'],
  ['another scheme', 'ftp://www.bjdx.gov.cn/2020.html'],
  ['a script', 'javascript:alert(1)'],
  ['a file', 'file:///etc/passwd'],
  ['no host', 'https:///2020.html'],
  ['no host at all', 'https://'],
  ['one slash', 'https:/www.bjdx.gov.cn'],
  ['a password', 'https://user:secret@www.bjdx.gov.cn/'],
  ['a user', 'https://user@www.bjdx.gov.cn/'],
  ['a space', 'https://www.bjdx.gov.cn/a b'],
  ['a line break', 'https://www.bjdx.gov.cn/\n'],
  ['a NUL', 'https://www.bjdx.gov.cn/\0'],
  ['half a character', 'https://www.bjdx.gov.cn/\ud800'],
  ['2,001 characters', `https://a.cn/${'x'.repeat(1_988)}`],
])('not %s', (_name, text) => expect(isSourceUrl(text)).toBe(false))
