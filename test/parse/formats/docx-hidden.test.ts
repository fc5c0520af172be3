import { describe, expect, it } from 'vitest'
import { withoutHiddenText } from '../../../src/parse/formats/docx-hidden.ts'

const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`

describe('the main part of a Word file as its readers see it', () => {
  it.each([
    ['hidden text', run('1') + run('2', '<w:vanish/>') + run('3'), run('1') + run('3')],
    ['text struck out twice', run('2', '<w:b/><w:dstrike w:val="true"/>') + run('3'), run('3')],
    ['text that is expressly not hidden', run('2', '<w:vanish w:val="0"/>'), run('2', '<w:vanish w:val="0"/>')],
    ['hidden properties with an end tag', run('2', '<w:vanish></w:vanish>'), ''],
    [
      'the mark of a paragraph, which has no text',
      `<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>${run('1')}</w:p>`,
      `<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>${run('1')}</w:p>`,
    ],
    ['a hidden row', `<w:tr><w:trPr><w:hidden/></w:trPr><w:tc>${run('1', '<w:vanish/>')}</w:tc></w:tr>`, ''],
    ['a hyphen that holds its line together', '<w:noBreakHyphen/><w:t>15</w:t>', '<w:t>-</w:t><w:t>15</w:t>'],
    ['what is no XML at all', '</w:r></w:r><w:r', '</w:r></w:r><w:r'],
  ])('%s', (_, xml, seen) => expect(withoutHiddenText(xml)).toBe(seen))
})
