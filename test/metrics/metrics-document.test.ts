import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { codesOf } from '../../src/domain/terms.ts'
import { CATEGORIES } from '../../src/metrics/crosswalk.ts'
import { METRICS } from '../../src/metrics/metrics.ts'
import { metricsDocument } from '../../src/metrics/metrics-document.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/metrics.md'), 'utf8')

describe('docs/metrics.md', () => {
  it('is what the data say: npm run metrics writes it', () => expect(page).toBe(metricsDocument()))

  it.each(codesOf(METRICS))('tells of the metric %s', (id) => {
    const { label, labelEn, says } = METRICS[id]
    expect(page).toContain(`### ${id}\n\n${label}. ${labelEn}.\n\n${says.zh}\n${says.en}\n`)
  })

  it.each(codesOf(CATEGORIES))('tells of the category %s', (code) => {
    const { label, labelEn } = CATEGORIES[code]
    expect(page).toContain(`### ${code}\n\n${label}. ${labelEn}.\n\n- FORM_2014: `)
  })

  it('spells what a metric is, and how the forms compare', () => {
    expect(page).toContain(
      '- is: CARRIED_OVER ÷ (RECEIVED + CARRIED_IN)\n- forms: FORM_2019 (EXACT with FORM_2021), FORM_2021\n',
    )
    expect(page).toContain('- is: RECEIVED of NATURAL_PERSON ÷ RECEIVED\n')
    expect(page).toContain(
      '- FORM_2014: `applications.RECEIVED.TOTAL` − `applications.HANDLED_TOTAL.TOTAL` (APPROXIMATE)\n',
    )
  })
})
