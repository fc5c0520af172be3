import { describe, expect, it } from 'vitest'
import { FIGURE_PATHS, formsOf } from '../../src/domain/figure-paths.ts'
import { LEGAL_SOURCES } from '../../src/domain/legal-sources.ts'
import { verdictOf } from '../../src/rules/judge.ts'
import { RULES } from '../../src/rules/registry.ts'
import { operandsOf } from '../../src/rules/rule-operands.ts'
import { exampleOn } from './report-of.ts'

describe.each(RULES)('$id', (rule) => {
  it.each(rule.examples)('$verdict: $why', (example) => {
    for (const form of example.form === undefined ? rule.forms : [example.form]) {
      expect(verdictOf(rule, exampleOn(form, example)), form).toBe(example.verdict)
    }
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
    for (const path of operandsOf(rule)) {
      expect(
        formsOf(path).filter((form) => rule.forms.includes(form)),
        path,
      ).not.toEqual([])
    }
  })

  it('knows nothing of other forms', () => {
    const broken = rule.examples.filter(({ verdict }) => verdict === 'BROKEN')
    for (const example of broken) expect(verdictOf(rule, exampleOn(null, example))).toBe('UNKNOWN')
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
      'applications.totals-stated',
      'statistics.main-rows-stated',
      'disclosure.regulations-of-county',
      'disclosure.fees-unit',
      'disclosure.procurement-unit',
      'statistics.budget-unit',
      'statistics.fees-unit',
      'prose.disclosure',
      'prose.normative-documents',
      'prose.responses',
      'prose.policy-interpretations',
      'prose.support',
      'prose.amounts',
      'prose.applications',
      'prose.answers',
      'prose.review',
      'prose.litigation',
      'prose.lists',
      'prose.shares',
      'prose.shares-of-table',
      'years.in-force',
      'years.items',
      'years.carried-in',
    ])
  })

  it('weighs a claim on every total and count of the forms', () => {
    const subjects = RULES.flatMap((rule) =>
      rule.kind === 'CLAIM' ? rule.relations.map(({ subject }) => subject) : [],
    )
    const stated = FIGURE_PATHS.filter((path) =>
      /^(?:applications\..*\.TOTAL|review|litigation|disclosure\..*\.COUNT)/.test(path),
    )
    expect(stated.filter((path) => !subjects.includes(path))).toEqual([])
    expect(stated).toContain('litigation.AFTER_REVIEW.PENDING')
  })

  it('is frozen', () => expect(Object.isFrozen(RULES)).toBe(true))

  it('weighs every row and column of the applications table', () => {
    const relations = Object.fromEntries(
      RULES.map((rule) => [rule.id, 'relations' in rule ? rule.relations.length : 0]),
    )
    expect(relations['applications.applicants']).toBe(26)
    expect(relations['applications.outcomes']).toBe(7)
    expect(relations['applications.balance']).toBe(7)
  })
})
