import { labelOfFigure } from '../../domain/figure-terms.ts'
import type { PresentRule } from '../rule.ts'
import type { Subject } from '../subject.ts'
import { HOLDS, UNKNOWN, type Weighed } from '../weighed.ts'

/**
 * Weighs whether what a table must state is stated. A table of which nothing is stated may have been left out on purpose; a row that is
 * not there may have been cut off or not recognised; an unreadable figure is printed. Only a blank cell says that nothing was stated.
 */
export function weighPresent({ relations }: PresentRule, { figures, form }: Subject): Weighed[] {
  return relations.map(({ table, required }) => {
    const isTableStated = [...figures].some(([path, { value }]) => path.startsWith(table) && value !== null)
    const states = required.map((path) => figures.get(path)?.state)
    if (!isTableStated || states.includes(undefined) || states.includes('UNREADABLE')) return UNKNOWN
    const missing = required.filter((_path, place) => states[place] === 'BLANK')
    if (missing.length === 0) return HOLDS
    const labels = missing.map((path) => labelOfFigure(path, form, 'ZH')).join('、')
    const stated = required.filter((path) => !missing.includes(path))
    return {
      verdict: 'BROKEN',
      broken: {
        message: `${labels}未填写，而同表其他数据已填写`,
        left: { paths: stated, value: String(stated.length), year: null, statements: [] },
        right: { paths: required, value: String(required.length), year: null, statements: [] },
        difference: String(stated.length - required.length),
        unit: null,
        sameAs: [],
        remedy: '若填写实际数量（没有的填 0），则可核对',
      },
    }
  })
}
