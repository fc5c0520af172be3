import { distance } from 'fastest-levenshtein'
import { FIGURE_PATHS, type FigurePath, isFigurePath } from '../domain/figure-paths.ts'
import { badUserInput } from './refusals.ts'

/** How many paths are proposed for one that is none. */
const PROPOSED = 3
/** How much of such a text is compared and told: no path is longer. */
const LONGEST = 80

/** The path that a caller gave. A text that is none is refused, with those that it is most like. */
export function figurePathOf(value: unknown): FigurePath {
  if (typeof value === 'string' && isFigurePath(value)) return value
  const written = String(value).slice(0, LONGEST)
  throw badUserInput(
    `Expected the path of a figure, got ${JSON.stringify(written)}. The nearest are ${nearest(written).join(', ')}; "forms" lists all.`,
  )
}

function nearest(written: string): readonly FigurePath[] {
  return FIGURE_PATHS.map((path) => ({ path, away: distance(path, written) }))
    .sort((left, right) => left.away - right.away)
    .slice(0, PROPOSED)
    .map(({ path }) => path)
}
