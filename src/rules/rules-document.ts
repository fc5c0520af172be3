import { SEVERITIES } from '../domain/finding.ts'
import { FORMS } from '../domain/forms.ts'
import { LEGAL_SOURCES } from '../domain/legal-sources.ts'
import { codesOf } from '../domain/terms.ts'
import { RULES_VERSION } from './judge.ts'
import { isTakenAway, type Operand, pathsOf } from './operands.ts'
import { RULES } from './registry.ts'
import type { Example, Rule } from './rule.ts'

/** How each kind of rule compares. */
const KINDS: { readonly [kind in Rule['kind']]: string } = {
  EQUATION: 'The sums of both sides are equal.',
  AT_MOST: 'The left side is not more than the right.',
  PRESENT: 'The figures are stated where any figure of their table is.',
  CONTINUITY: "The report's figures agree with those of the year before.",
  MAGNITUDE: 'A number is not above what any agency of its level reaches, and not the digits of another unit.',
  CLAIM: 'A number in a sentence equals a figure that it may speak of.',
  LIST: 'The numbers that a sentence lists add up to their total.',
  RATIO: 'A printed percentage is its part by its whole.',
}

/** `docs/rules.md`: every rule, worked out from the registry. */
export function rulesDocument(): string {
  return [
    '# The rules',
    '',
    `Version ${RULES_VERSION}. Written by \`npm run rules\` from \`src/rules\`: edit the rules, not this page.`,
    '',
    'A blank, missing or unreadable figure makes a relation unknown; it is never zero. Nothing is corrected. Ids are permanent.',
    '',
    '| severity | what it means | does the status of a report count it |',
    '| --- | --- | --- |',
    ...codesOf(SEVERITIES).map((code) => {
      return `| ${code} ${SEVERITIES[code].label} | ${SEVERITIES[code].labelEn} | ${code === 'NOTICE' ? 'no' : 'yes'} |`
    }),
    '',
    '| kind | what is compared |',
    '| --- | --- |',
    ...codesOf(KINDS).map((kind) => `| ${kind} | ${KINDS[kind]} |`),
    '',
    ...RULES.flatMap(section),
  ].join('\n')
}

function section(rule: Rule): string[] {
  const { id, says, sources, forms, severity, kind, examples } = rule
  return [
    `## ${id}`,
    '',
    says.zh,
    says.en,
    '',
    `- severity: ${severity}`,
    `- kind: ${kind}`,
    `- forms: ${forms.map((form) => `${form} ${FORMS[form].label}`).join('; ')}`,
    `- sources: ${sources.map((source) => `${LEGAL_SOURCES[source].title}（${LEGAL_SOURCES[source].number}）`).join('; ')}`,
    ...comparisonsOf(rule),
    '- examples:',
    ...examples.map((example) => `  - ${example.verdict}: ${example.why}${told(example)}`),
    '',
  ]
}

/** What is compared with what: the first relations of a rule that has many, as the others differ by their row or column alone. */
const SHOWN = 3

function comparisonsOf(rule: Rule): string[] {
  const all = comparisons(rule)
  const rest = all.length - SHOWN
  return [
    `- compares (${all.length}):`,
    ...all.slice(0, SHOWN).map((comparison) => `  - ${comparison}`),
    ...(rest > 0 ? [`  - and ${rest} more, on other rows or columns`] : []),
  ]
}

function comparisons(rule: Rule): string[] {
  switch (rule.kind) {
    case 'EQUATION':
      return rule.relations.map(({ left, right }) => `${sum(left)} = ${sum(right)}`)
    case 'AT_MOST':
      return rule.relations.map(({ left, right }) => `${sum(left)} ≤ ${sum(right)}`)
    case 'CONTINUITY':
      return rule.relations.map(({ left, right }) => `${sum(left)} = the year before's ${sum(right)}`)
    case 'PRESENT':
      return rule.relations.map(({ required }) => `${required.map(code).join(', ')} are stated`)
    case 'MAGNITUDE':
      return rule.relations.map(({ path, limits }) => {
        const levels = Object.entries(limits).map(([level, limit]) => `${limit} (${level})`)
        return `${code(path)} ≤ ${levels.join(', ')}`
      })
    case 'CLAIM':
      return rule.relations.map(
        ({ subject, readings }) => `a claim on ${code(subject)} = ${readings.map(sum).join(', or ')}`,
      )
    case 'LIST':
      return rule.relations.map(
        ({ total, parts }) => `a claim on ${code(total)} = those on ${parts.map(code).join(' + ')}`,
      )
    case 'RATIO':
      return ['the percentage = 100 × its part ÷ its whole']
  }
}

const code = (path: string) => `\`${path}\``

function sum(operands: readonly Operand[]): string {
  return operands.map((operand, place) => `${signOf(operand, place)}${spelt(operand)}`).join(' ')
}

function signOf(operand: Operand, place: number): string {
  if (isTakenAway(operand)) return '− '
  return place === 0 ? '' : '+ '
}

function spelt(operand: Operand): string {
  if (typeof operand === 'string' || 'minus' in operand) return pathsOf(operand).map(code).join()
  const groups = operand.firstPrinted.map((group) => group.map(code).join(' + ') || 'nothing')
  return `(${groups.join(', or where that is not printed ')})`
}

/** The numbers of an example; long columns are left to the tests. */
function told({ given, claims, shares, previous }: Example): string {
  const figures = Object.entries(given).map(([path, value]) => `${path} ${value ?? 'blank'}`)
  const parts = [
    figures.length > 8 ? `${figures.length} figures` : figures.join(', '),
    ...(claims ?? []).map(({ subject, value, unit }) => `a sentence says ${subject} ${value}${unit ?? ''}`),
    ...(shares ?? []).map(
      ({ percent, part, whole }) => `${part.value ?? part.subject} of ${whole.value ?? whole.subject} is ${percent}%`,
    ),
    ...Object.entries(previous ?? {}).map(([path, value]) => `the year before ${path} ${value ?? 'blank'}`),
  ]
  const text = parts.filter((part) => part !== '').join('; ')
  return text === '' ? '' : ` (${text})`
}
