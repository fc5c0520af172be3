import { createHash } from 'node:crypto'
import { FIGURE_STATES } from '../domain/figure.ts'
import type { FigurePath } from '../domain/figure-paths.ts'
import { labelOfFigure, unitOfFigure } from '../domain/figure-terms.ts'
import { type FormCell, NOT_PRINTED, tablesOfForm, type WordCell } from '../domain/form-tables.ts'
import { FORMS } from '../domain/forms.ts'
import { TABLES } from '../domain/tables.ts'
import type { Term } from '../domain/terms.ts'
import { UNITS } from '../domain/units.ts'
import type { BareFigure, ReportWithFigures } from '../store/whole-reports.ts'
import { asMarkup } from './markup.ts'

const STYLE = `
body { font: 15px/1.5 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; color: #1b1b1b; background: #fff }
h1 { font-size: 1.5rem } h2 { font-size: 1.15rem; margin-top: 2.2rem } h1 small, h2 small { font-weight: normal; color: #555 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem } dt { color: #555 } dd { margin: 0; overflow-wrap: anywhere }
.wide { overflow-x: auto } table { border-collapse: collapse } th, td { border: 1px solid #777; padding: .3rem .5rem }
th { font-weight: 500; text-align: center; background: #f4f4f1 } th.label { text-align: left } td { text-align: right; min-width: 2.6rem; font-variant-numeric: tabular-nums }
td[data-state="BLANK"] { color: #555 } td[data-state="UNREADABLE"] { background: #fde7c7; text-align: left }
td[data-state="NOT_PRINTED"] { background: repeating-linear-gradient(135deg, #fff 0 5px, #dcdcd8 5px 7px) }
.legend { display: flex; flex-wrap: wrap; gap: .4rem 1.5rem; margin-top: 1.5rem } .legend b { font-weight: normal } .legend span { border: 1px solid #777; padding: 0 .5rem; margin-right: .4rem }
.legend .UNREADABLE { background: #fde7c7 } .legend .NOT_PRINTED { background: repeating-linear-gradient(135deg, #fff 0 5px, #dcdcd8 5px 7px) }
@media print { body { margin: 0; max-width: none } .wide { overflow: visible } }
`

/** What the page may load: its own style, and nothing else from anywhere. */
export const REPORT_PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  'sandbox',
].join('; ')

/**
 * A report as a page: the tables of its form as the form has them, each figure in its place. A blank is left blank, what could not be
 * read is shown as printed, and what the report does not print is hatched. The page loads nothing.
 */
export function reportPage(report: ReportWithFigures): string {
  const { head, figures } = report
  const title = `${head.agency.name} ${head.key.year}`
  return `<!doctype html>
<html lang="zh">
<head>
<meta charset="utf-8">
<title>${asMarkup(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>${STYLE}</style>
</head>
<body>
<h1>${asMarkup(head.title ?? title)}</h1>
<dl>${factsOf(report).join('')}</dl>
${head.form === null ? looseFigures(figures) : tables(report)}
<p class="legend">${legend(figures, head.form === null)}</p>
</body>
</html>
`
}

function factsOf({ head }: ReportWithFigures): string[] {
  const { district, agency, key, form, period, sourceUrl } = head
  const facts: (readonly [name: string, value: string | null])[] = [
    ['Agency', agency.name],
    ['District', `${district.name} (${district.code})`],
    ['Year', String(key.year)],
    ['Period', period && `${period.from} – ${period.to}`],
    ['Form', form && `${FORMS[form].label} · ${FORMS[form].labelEn}`],
    ['Revision', String(key.number)],
    // As text: the page leads nowhere.
    ['Published at', sourceUrl],
  ]
  return facts.flatMap(([name, value]) =>
    value === null ? [] : [`<dt lang="en">${name}</dt><dd>${asMarkup(value)}</dd>\n`],
  )
}

type Figures = ReportWithFigures['figures']

function tables({ head, figures }: ReportWithFigures): string {
  const { form } = head
  if (form === null) return ''
  return tablesOfForm(form, (path) => figures.has(path))
    .map(({ table, rows }) => {
      const drawn = rows.map((row) => `<tr>${row.map((cell) => cellOf(cell, figures, row)).join('')}</tr>`)
      return `${heading(TABLES[table])}\n<div class="wide"><table data-table="${table}">\n${drawn.join('\n')}\n</table></div>`
    })
    .join('\n')
}

const heading = ({ label, labelEn }: Term) =>
  `<h2>${asMarkup(label)} <small lang="en">${asMarkup(labelEn)}</small></h2>`

function cellOf(cell: FormCell, figures: Figures, row: readonly FormCell[]): string {
  if (cell.kind === 'WORDS')
    return wordsOf(
      cell,
      row.some(({ kind }) => kind === 'FIGURE'),
    )
  return figureCell(cell.path, figures.get(cell.path), cell.columns)
}

function wordsOf({ term, columns, rows }: WordCell, isLabel: boolean): string {
  const kind = isLabel ? ' class="label"' : ''
  return `<th${kind}${span('col', columns)}${span('row', rows)} title="${asMarkup(term.labelEn)}">${asMarkup(term.label)}</th>`
}

const span = (way: 'col' | 'row', count: number) => (count === 1 ? '' : ` ${way}span="${count}"`)

/** A number as it is stored; what is none as it is printed. */
function figureCell(path: FigurePath, figure: BareFigure | undefined, columns = 1): string {
  const { label, labelEn } = figure === undefined ? NOT_PRINTED : FIGURE_STATES[figure.state]
  const state = figure?.state ?? 'NOT_PRINTED'
  const text = figure?.value ?? figure?.raw ?? ''
  // What is printed otherwise than it is stored can be looked at.
  const note = state === 'STATED' ? (figure?.raw === text ? '' : figure?.raw) : `${label} · ${labelEn}`
  const title = note ? ` title="${asMarkup(note)}"` : ''
  return `<td data-path="${path}" data-state="${state}"${span('col', columns)}${title}>${asMarkup(text)}</td>`
}

/** The figures of a report whose tables are of no known form. */
function looseFigures(figures: Figures): string {
  const rows = Array.from(figures, ([path, figure]) => {
    const label = `<th class="label" title="${asMarkup(labelOfFigure(path, null, 'EN'))}">${asMarkup(labelOfFigure(path, null, 'ZH'))}</th>`
    return `<tr>${label}<th>${asMarkup(UNITS[unitOfFigure(path, null)].label)}</th>${figureCell(path, figure)}</tr>`
  })
  return rows.length === 0 ? '' : `<div class="wide"><table>\n${rows.join('\n')}\n</table></div>`
}

/** What the cells without a number mean, and how many there are. */
function legend(figures: Figures, isFormless: boolean): string {
  const counted = (state: string) => [...figures.values()].filter((figure) => figure.state === state).length
  const entries = [
    ...(['BLANK', 'UNREADABLE'] as const).map((state) => [state, FIGURE_STATES[state], counted(state)] as const),
    ...(isFormless ? [] : [['NOT_PRINTED', NOT_PRINTED, null] as const]),
  ]
  return entries
    .map(([state, { label, labelEn }, count]) => {
      const number = count === null ? '' : `: ${count}`
      return `<b><span class="${state}">&nbsp;</span>${asMarkup(label)} <small lang="en">${asMarkup(labelEn)}</small>${number}</b>`
    })
    .join('\n')
}
