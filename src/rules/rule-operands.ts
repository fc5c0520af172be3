import type { ClaimSubject } from '../domain/claim.ts'
import { type FigurePath, isFigurePath } from '../domain/figure-paths.ts'
import { pathsOf } from './operands.ts'
import type { Rule } from './rule.ts'

/** Every figure that a rule compares, each once, in the order of the rule. */
export function operandsOf(rule: Rule): readonly FigurePath[] {
  return [...new Set(named(rule))].filter(isFigurePath)
}

function named(rule: Rule): readonly ClaimSubject[] {
  switch (rule.kind) {
    case 'EQUATION':
    case 'AT_MOST':
    case 'CONTINUITY':
      return rule.relations.flatMap(({ left, right }) => [...left, ...right]).flatMap(pathsOf)
    case 'PRESENT':
      return rule.relations.flatMap(({ required }) => required)
    case 'MAGNITUDE':
      return rule.relations.map(({ path }) => path)
    case 'CLAIM':
      return rule.relations.flatMap(({ subject, readings }) => [subject, ...readings.flat().flatMap(pathsOf)])
    case 'LIST':
      return rule.relations.flatMap(({ total, parts }) => [total, ...parts])
    case 'RATIO':
      return rule.otherWholes.flat().flatMap(pathsOf)
  }
}
