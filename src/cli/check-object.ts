import type { FigurePath } from '../domain/figure-paths.ts'
import { labelOfFigure } from '../domain/figure-terms.ts'
import { snippetAt } from '../domain/snippet.ts'
import type { CheckedFile, ReadFile, UnreadFile } from './check-files.ts'
import { figuresOf, placeOf } from './finding-evidence.ts'
import { weightOf } from './issue-weights.ts'

/** A file as one object of JSON: the judgement with the place of each finding and its figures, and the issues that matter. */
export function checkObject(checked: CheckedFile | UnreadFile): object {
  if (!checked.ok) return { file: checked.file, error: checked.error }
  const { file, report, judgement, previous } = checked
  const { findings, ...verdicts } = judgement
  const { district, agency, year, form } = report
  return {
    ...{ file, previous: previous?.file ?? null, district, agency: agency?.name ?? null, year, form },
    ...verdicts,
    findings: findings.map((finding) => ({
      ...finding,
      at: placeOf(finding, report),
      evidence: [...evidence(checked, figuresOf(finding)), ...evidence(previous, figuresOf(finding, 'YEAR_BEFORE'))],
    })),
    issues: report.issues.flatMap((issue) => {
      const severity = weightOf(issue, report)
      const { snippet, ...told } = issue
      if (severity === null) return []
      return [{ severity, ...told, ...(snippet && { snippet: snippetAt(report.snippets, snippet) }) }]
    }),
  }
}

/** Figures with what the document prints for them. */
function evidence(read: ReadFile | null, paths: readonly FigurePath[]): object[] {
  if (read === null) return []
  const { figures, snippets, form } = read.report
  return paths.flatMap((path) => {
    const figure = figures.get(path)
    if (figure === undefined) return []
    const { snippet, ...printed } = figure
    const label = labelOfFigure(path, form, 'ZH')
    return [{ file: read.file, path, label, ...printed, ...(snippet && { snippet: snippetAt(snippets, snippet) }) }]
  })
}
