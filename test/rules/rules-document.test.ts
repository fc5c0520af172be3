import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { RULES } from '../../src/rules/registry.ts'
import { rulesDocument } from '../../src/rules/rules-document.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/rules.md'), 'utf8')

describe('docs/rules.md', () => {
  it('is what the rules say: npm run rules writes it', () => expect(page).toBe(rulesDocument()))

  it.each(RULES)('tells of $id', ({ id, says }) => {
    expect(page).toContain(`## ${id}\n\n${says.zh}\n${says.en}\n`)
  })

  it('shows an example with its numbers', () => {
    expect(page).toContain('BROKEN: eleven are not in the total (disclosure.STAFF.COUNT 224, ')
    expect(page).toContain('156 of 674 is 23.14%')
  })
})
