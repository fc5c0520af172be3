import { describe, expect, it } from 'vitest'
import { formsOf } from '../../src/domain/figure-paths.ts'
import { LEGAL_SOURCES } from '../../src/domain/legal-sources.ts'
import { verdictOf } from '../../src/rules/judge.ts'
import { RULES } from '../../src/rules/registry.ts'
import type { Operand } from '../../src/rules/relation.ts'
import { reportOf } from './report-of.ts'

const pathsOf = (operand: Operand) => (typeof operand === 'string' ? [operand] : operand.firstPrinted.flat())

describe.each(RULES)('$id', (rule) => {
  it.each(rule.examples)('$verdict: $why', ({ given, verdict }) => {
    for (const form of rule.forms) expect(verdictOf(rule, reportOf(form, given)), form).toBe(verdict)
  })

  it('shows each verdict by an example', () => {
    expect(new Set(rule.examples.map(({ verdict }) => verdict))).toEqual(new Set(['HOLDS', 'BROKEN', 'UNKNOWN']))
  })

  it('says one sentence in Chinese and in English', () => {
    expect(rule.says.zh).toMatch(/^\p{Script=Han}[^。]+。$/u)
    expect(rule.says.en).toMatch(/^[A-Z][\x20-\x7e]+\.$/)
  })

  it('cites known sources', () => {
    expect(rule.sources.length).toBeGreaterThan(0)
    for (const source of rule.sources) expect(LEGAL_SOURCES).toHaveProperty(source)
  })

  it('speaks of figures that its forms have', () => {
    for (const path of rule.relations.flatMap(({ left, right }) => [...left, ...right]).flatMap(pathsOf)) {
      expect(
        formsOf(path).filter((form) => rule.forms.includes(form)),
        path,
      ).not.toEqual([])
    }
  })

  it('knows nothing of other forms', () => {
    const [example] = rule.examples.filter(({ verdict }) => verdict === 'BROKEN')
    expect(verdictOf(rule, reportOf(null, example?.given ?? {}))).toBe('UNKNOWN')
  })
})

describe('the registry', () => {
  // Permanent: findings are stored under these ids. Add at the place of the table; never rename.
  it('lists the rules by their permanent ids, in the order of a report', () => {
    expect(RULES.map(({ id }) => id)).toEqual([
      'disclosure.newly-disclosed',
      'applications.applicants',
      'applications.outcomes',
      'applications.balance',
      'review.results',
      'litigation.results',
      'statistics.normative-documents',
      'statistics.normative-documents-issued',
      'statistics.key-areas',
      'statistics.channels',
      'statistics.press-conferences',
      'statistics.online-interviews',
      'statistics.received',
      'statistics.closed',
      'statistics.answers',
      'statistics.refusals',
      'statistics.review',
      'statistics.litigation',
      'statistics.staff',
    ])
  })

  it('is frozen', () => expect(Object.isFrozen(RULES)).toBe(true))

  it('weighs every row and column of the applications table', () => {
    const relations = Object.fromEntries(RULES.map(({ id, relations }) => [id, relations.length]))
    expect(relations['applications.applicants']).toBe(26)
    expect(relations['applications.outcomes']).toBe(7)
    expect(relations['applications.balance']).toBe(7)
  })
})
