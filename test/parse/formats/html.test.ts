import { describe, expect, it } from 'vitest'
import { html, readHtml } from '../../../src/parse/formats/html.ts'
import { refuse } from '../read-report.ts'

/** The lines of a page: `row` or `text`, and the cells as they are compared. */
function linesOf(page: string, keepsLineEnds = false): string[] {
  const document = readHtml(page, keepsLineEnds)
  if ('refused' in document) throw new Error(document.refused)
  return document.lines.map(
    ({ isRow, cells }) => `${isRow ? 'row' : 'text'}: ${cells.map(({ plain }) => plain).join(' | ')}`,
  )
}

const bytes = (text: string) => new TextEncoder().encode(text)

describe('the rows of a table', () => {
  it.each([
    [
      'a label that covers rows stands in the first of them',
      '<table><tr><td rowspan=2>三、</td><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table>',
      ['row: 三、 | 甲 | 1', 'row: 乙 | 2'],
    ],
    [
      'a number that covers places holds them open, so that its neighbours stay in their columns',
      '<table><tr><td>甲</td><td rowspan=2>5</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr><tr><td>丙</td><td colspan=2>3</td></tr></table>',
      ['row: 甲 | 5 | 1', 'row: 乙 |  | 2', 'row: 丙 | 3 | '],
    ],
    [
      'a row span of 0 reaches to the end',
      '<table><tr><td rowspan=0>组</td><td>1</td></tr><tr><td>2</td><td>3</td></tr></table>',
      ['row: 组 | 1', 'row: 2 | 3'],
    ],
    ['end tags can be missing', '<table><tr><td>甲<td>1<tr><td>乙<td>2</table>', ['row: 甲 | 1', 'row: 乙 | 2']],
    [
      'a label broken over lines is one label',
      '<table><tr><td>结果<br>维持</td><td><p>科研</p><p>机构</p></td></tr></table>',
      ['row: 结果维持 | 科研机构'],
    ],
    [
      'a hidden row or cell is not there',
      '<table><tr hidden><td>甲</td><td>1</td></tr><tr><td>乙</td><td style="display:none">2</td><td>3</td></tr></table>',
      ['row: 乙 | 3'],
    ],
    [
      'a table around a table lays out the page',
      '<table><tr><td>甲</td><td><table><tr><td>乙</td><td>1</td></tr></table></td></tr></table>',
      ['text: 甲', 'row: 乙 | 1'],
    ],
    ['a table of one column is text', '<table><tr><td>甲<br>乙</td></tr></table>', ['text: 甲', 'text: 乙']],
  ])('%s', (_, page, lines) => expect(linesOf(page)).toEqual(lines))

  it.each([
    ['two numbers on two lines', '2<br>3'],
    ['two numbers in two paragraphs', '<p>2</p><p>3</p>'],
    [
      'two numbers side by side',
      '<span style="display:inline-block">2</span><span style="display:inline-block">3</span>',
    ],
    ['a number with a raised mark', '2<sup>3</sup>'],
    ['a picture', '<img src="23.png">'],
  ])('%s are never put together to another number', (_, cell) => {
    const [line = ''] = linesOf(`<table><tr><td>甲</td><td>${cell}</td></tr></table>`)
    expect(line).not.toMatch(/\| (23)?$/)
  })

  it.each([
    ['a mark raised by its style', '2<span style="vertical-align: super">3</span>', '2[3]'],
    ['a mark that leads to a note', '2<sup><a href="#note-1">[1]</a></sup>', '2'],
    ['a number in a field to fill in', '<input type="text" value="12">', '12'],
    ['a field that is not shown', '5<input type="hidden" value="12">', '5'],
    ['an empty field', '<input type="text" value="">', '\ufffc'],
    ['a list to choose from', '<select><option>1<option>2</select>', '\ufffc'],
    ['a drawing', '<svg><path d="M0 0"/></svg>', '\ufffc'],
    ['what a word processor writes', '<p class=MsoNormal><span lang=EN-US>12<o:p></o:p></span></p>', '12'],
    ['a conditional comment', '<!--[if gte mso 9]><p>3</p><![endif]-->4<![if !mso]>5<![endif]>', '45'],
  ])('%s in a cell', (_, cell, printed) => {
    expect(linesOf(`<table><tr><td>甲</td><td>${cell}</td></tr></table>`)).toEqual([`row: 甲 | ${printed}`])
  })

  it('a number that was struck out is not stated', () => {
    expect(linesOf('<table><tr><td>甲</td><td><s>9</s>6</td></tr></table>')).toEqual(['row: 甲 | 6'])
  })
})

describe('what a style hides is not seen', () => {
  it.each([
    ['by a class', '.x{color:red;display:none}', '<p class="y x">甲</p><p>乙</p>', ['乙']],
    ['by an id and a name', 'p#x { VISIBILITY : hidden !important }', '<p id=x>甲</p><p>乙</p>', ['乙']],
    ['within something else', '.old p{display:none}', '<div class=old><div><p>甲</p></div></div><p>乙</p>', ['乙']],
    ['without size', '.x{font-size:0pt}', '<p>甲<span class=x>1</span></p>', ['甲']],
    ['struck out', '.x{text-decoration: red line-through}', '<p>甲<span class=x>1</span></p>', ['甲']],
    ['far away', '.x{position:absolute;left:-9999px}', '<p>甲<span class=x>1</span></p>', ['甲']],
    ['in a group for screens', '@media screen{.x{display:none}}', '<p class=x>甲</p><p>乙</p>', ['乙']],
    ['behind a comment', '/* {*/ .x{display:none} /*', '<p class=x>甲</p><p>乙</p>', ['乙']],
    ['by its own style', '', '<p style="font-size:0">甲</p><p style="opacity:0">丙</p><p>乙</p>', ['乙']],
  ])('%s', (_, style, body, lines) =>
    expect(linesOf(`<style>${style}</style>${body}`)).toEqual(lines.map((line) => `text: ${line}`)),
  )

  it.each([
    ['a rule for print', '@media print{.x{display:none}}'],
    ['a rule for narrow screens', '@media screen and (max-width:600px){.x{display:none}}'],
    ['a weightier rule that shows it', 'p.x{display:block} .x{display:none}'],
    ['a later rule that shows it', '.x{display:none} .x{display:block}'],
    ['a rule that depends on its place', '.x:nth-child(2){display:none}'],
    ['a rule for what stands before it', '.x::before{display:none}'],
    ['another class', '.xx,.y .x{display:none}'],
    ['a rule that is never closed', '.x{display:block'],
  ])('but not by %s', (_, style) => {
    expect(linesOf(`<style>${style}</style><p class=x>甲</p>`)).toEqual(['text: 甲'])
  })

  it('text that has a size of its own is seen within text that has none', () => {
    expect(linesOf('<div style="font-size:0"><p style="font-size:14px">甲</p></div>')).toEqual(['text: 甲'])
  })
})

it('a frame that holds its page is read, with its tables', () => {
  const inner = '<table><tr><td>甲</td><td>1</td></tr></table>'
  expect(linesOf(`<table><tr><td><iframe srcdoc="${inner}"></iframe></td></tr></table>`)).toEqual(['row: 甲 | 1'])
})

describe('the text of a page', () => {
  it.each([
    [
      'one line a block or break',
      '<div>甲<b>乙</b></div>丙<br>丁<ul><li>戊<li>己</ul>',
      ['甲乙', '丙', '丁', '戊', '己'],
    ],
    [
      'no scripts, styles, navigation, templates',
      '<nav>甲</nav><script>乙</script><style>丙</style><template>丁</template>戊',
      ['戊'],
    ],
    ['no lines that are links from end to end', '<p><a href="/a">甲</a></p><p>乙<a href="/b">丙</a></p>', ['乙丙']],
    [
      'no lists of what a script opens',
      `<ul>${['甲', '乙', '丙', '丁'].map((text) => `<li onclick="go()">${text}</li><li><a href="javascript:;">${text}</a></li>`).join('')}</ul>戊`,
      ['戊'],
    ],
    [
      'a link to a script that was never closed is no link',
      '<a href="#"><p>甲</p><p>乙</p><p>丙。</p><p>丁</p>',
      ['甲', '乙', '丙。', '丁'],
    ],
    [
      'a link that was never closed is no link',
      '<a href="/a"><p>甲</p><p>乙</p><p>丙</p><p>丁</p>',
      ['甲', '乙', '丙', '丁'],
    ],
    ['preformatted text line by line', '<pre>甲\n乙</pre>', ['甲', '乙']],
  ])('%s', (_, page, lines) => expect(linesOf(page)).toEqual(lines.map((line) => `text: ${line}`)))

  it('keeps the line ends of a text that only has some mark-up in it', () => {
    expect(linesOf('甲\n乙 <b>丙</b>', true)).toEqual(['text: 甲', 'text: 乙丙'])
  })

  it('tells its places by block, and by table, row and cell', () => {
    const document = readHtml('<p>甲</p><table><tr><td>乙</td><td>1</td></tr></table>')
    if ('refused' in document) throw new Error(document.refused)
    expect(document.lines.flatMap(({ cells }) => cells.map(({ at }) => at))).toEqual([
      { kind: 'BLOCK', block: 1 },
      { kind: 'TABLE', table: 1, row: 1, cell: 1 },
      { kind: 'TABLE', table: 1, row: 1, cell: 2 },
    ])
  })
})

describe('what is taken for a page', () => {
  it.each([
    ['<!DOCTYPE html><p>甲', true],
    [' <!-- 甲 --><div>乙', true],
    ['甲\n<table><tr><td>1</td></tr></table>', true],
    ['<通知>甲', false],
    ['甲 < 乙 > 丙', false],
  ])('%j: %s', (text, isPage) => expect(html.match({ bytes: bytes(text) })).toBe(isPage))
})

describe('hostile pages are refused by what is wrong with them', () => {
  it.each([
    ['100,000 blocks', '<div>'.repeat(100_000), 'more than 512 levels deep'],
    ['30,000 tables', '<table><tr><td>'.repeat(30_000), 'more than 512 levels deep'],
    ['100,000 unclosed words', '<span>'.repeat(100_000), 'more than 512 levels deep'],
    [
      'spans that multiply',
      `<table><tr>${'<td rowspan=60000>1</td>'.repeat(60)}</tr>${'<tr><td>2</td></tr>'.repeat(20_000)}</table>`,
      'more than 500000 cells',
    ],
  ])('%s', async (_, page, got) => {
    const error = await refuse(`<html>${page}`)
    expect(error).toMatchObject({ code: 'UNSUPPORTED_FORMAT', got: expect.stringContaining(got) })
  })
})
