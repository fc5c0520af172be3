import type { FigurePath } from '../domain/figure-paths.ts'
import type { ClaimRule } from './rule.ts'

/** A subject that sentences and the form name alike. */
export const itself = (subject: FigurePath): ClaimRule['relations'][number] => ({ subject, readings: [[subject]] })
