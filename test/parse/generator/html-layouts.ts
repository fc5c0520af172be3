import { type Chance, oneOf } from './chance.ts'
import { isTable, type PrintedCell, type PrintedReport, type PrintedTable } from './printed-report.ts'
import { spanned } from './spans.ts'

/** A report as a web page. */
type HtmlLayout = (report: PrintedReport, chance: Chance) => string

const br = (text: string) => text.replaceAll('\n', '<br>')

/** A table, its merged cells with spans. */
const spanTable = (table: PrintedTable, inCell: (cell: PrintedCell) => string = ({ text }) => br(text)) => {
  const rows = spanned(table).map((spans) => {
    const cells = spans.map(({ cell, columns, rows: down }) => {
      const across = columns > 1 ? ` colspan="${columns}"` : ''
      return `<td${across}${down > 1 ? ` rowspan="${down}"` : ''}>${inCell(cell)}</td>`
    })
    return `<tr>${cells.join('')}</tr>`
  })
  return `<table border="1"><tbody>${rows.join('\n')}</tbody></table>`
}

/** A table without merged cells. */
const plainTable = ({ rows }: PrintedTable, cell: (text: string) => string, row: (cells: string) => string) =>
  `<table>${rows.map((cells) => row(cells.map(({ text }) => cell(br(text))).join(''))).join('\n')}</table>`

const page = (body: string) =>
  `<!DOCTYPE html>\n<html><head><title>信息公开年报</title></head>\n<body>${body}</body></html>`

const bodyOf = (
  { title, blocks }: PrintedReport,
  table: (table: PrintedTable) => string,
  paragraph = (text: string) => `<p>${text}</p>`,
) =>
  [`<h1>${br(title.text)}</h1>`, ...blocks.map((block) => (isTable(block) ? table(block) : paragraph(br(block))))].join(
    '\n',
  )

const NAVIGATION = `<div class="top"><a href="/">首页</a> | <a href="/zwgk/">政务公开</a> | <a href="/hd/">互动交流</a></div>
<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政府信息公开</a> &gt; <a href="/nb/">信息公开年报</a></div>`
const FOOTER = `<ul class="links"><li><a href="/nb/1.html">上一篇：工作要点</a></li><li><a href="/nb/2.html">下一篇：信息公开指南</a></li></ul>
<div class="foot">主办：政府办公室 | 网站标识码：1101150001 | 备案号：京ICP备05000001号 | 访问量：182736</div><script>var hits = 12;</script>`

export const HTML_LAYOUTS = {
  'HTML, merged cells': (report) => page(bodyOf(report, (table) => spanTable(table))),
  'HTML, no merged cells': (report) =>
    page(
      bodyOf(report, (table) =>
        plainTable(
          table,
          (text) => `<td>${text}</td>`,
          (cells) => `<tr>${cells}</tr>`,
        ),
      ),
    ),
  'HTML, no-break spaces': (report, chance) =>
    page(
      bodyOf(
        report,
        (table) =>
          spanTable(table, ({ text }) => {
            if (text === '') return '&nbsp;'
            return `${oneOf(chance, '', '&nbsp;', '&nbsp; ')}${br(text)}${oneOf(chance, '', '&nbsp;', '&#160;')}`
          }),
        (text) => `<p>&nbsp;&nbsp;&nbsp;&nbsp;${text}</p>`,
      ),
    ),
  'HTML, as a word processor saves it': (report) =>
    page(
      bodyOf(
        report,
        (table) =>
          spanTable(
            table,
            ({ text }) => `<p class="MsoNormal" style="margin:0"><span lang="EN-US">${br(text)}</span><o:p></o:p></p>`,
          ),
        (text) => `<p class="MsoNormal"><span style="font-family:宋体">${text}<o:p></o:p></span></p>`,
      ),
    ),
  'HTML, unclosed tags': (report) =>
    bodyOf(
      report,
      (table) =>
        plainTable(
          table,
          (text) => `<td>${text}`,
          (cells) => `<tr>${cells}`,
        ),
      (text) => `<p>${text}`,
    ),
  'HTML, tags closed wrongly': (report, chance) =>
    page(
      bodyOf(
        report,
        (table) => spanTable(table, ({ text }) => oneOf(chance, br(text), `<span>${br(text)}</p>`, `<b>${br(text)}`)),
        (text) => `<p><font>${text}</p></div>`,
      ),
    ),
  'HTML, layout tables': (report) =>
    page(
      `<table><tr><td>${NAVIGATION}</td></tr><tr><td><table width="90%"><tr><td>${bodyOf(report, (table) => spanTable(table))}</td></tr></table></td></tr><tr><td>${FOOTER}</td></tr></table>`,
    ),
  'HTML, whole page': (report) =>
    page(`${NAVIGATION}\n<div id="content">${bodyOf(report, (table) => spanTable(table))}</div>\n${FOOTER}`),
  'HTML, table in a cell': (report) =>
    page(bodyOf(report, (table) => `<table><tr><td colspan="3">${spanTable(table)}</td></tr></table>`)),
  'HTML, table cells by blocks': (report) =>
    page(
      bodyOf(report, ({ rows }) =>
        rows
          .map((row) => `<div class="row">${row.map(({ text }) => `<div>${br(text)}</div>`).join('')}</div>`)
          .join('\n'),
      ),
    ),
  'HTML, lines broken': (report) =>
    page(
      `<p>${bodyOf(
        report,
        ({ rows }) => rows.map((row) => `${row.map(({ text }) => text).join('\t')}<br>`).join('\n'),
        (text) => `${text}<br>`,
      )}</p>`,
    ),
} as const satisfies Record<string, HtmlLayout>
