import { labelOfFigure } from '../domain/figure-terms.ts'
import { SEVERITIES } from '../domain/finding.ts'
import { FORMS } from '../domain/forms.ts'
import { LEGAL_SOURCES } from '../domain/legal-sources.ts'
import { codesOf } from '../domain/terms.ts'
import { RULES_VERSION } from './judge.ts'
import { RULES } from './registry.ts'
import type { Example, Rule } from './rule.ts'
import { operandsOf } from './rule-operands.ts'

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
    ...figuresOf(rule),
    '- examples:',
    ...examples.map((example) => `  - ${example.verdict}: ${example.why}${told(example)}`),
    '',
  ]
}

/** The figures, and what they are called on a form that has them. A table of many is told by its first and its number. */
function figuresOf(rule: Rule): string[] {
  const paths = operandsOf(rule)
  const shown = paths.slice(0, 16)
  const [form = null] = rule.forms
  const rest = paths.length - shown.length
  return [
    `- figures (${paths.length}):`,
    ...shown.map((path) => `  - \`${path}\` ${labelOfFigure(path, form, 'ZH')}`),
    ...(rest > 0 ? [`  - and ${rest} more of the same table`] : []),
  ]
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
