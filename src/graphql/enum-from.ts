import { codesOf, type Term } from '../domain/terms.ts'
import { builder } from './builder.ts'

/** A GraphQL enum of a table of terms: a value for each code, described by its label in both languages. */
export function enumFrom<Code extends string>(name: string, description: string, terms: Readonly<Record<Code, Term>>) {
  const values = Object.fromEntries(
    codesOf(terms).map((code) => [code, { value: code, description: `${terms[code].label}: ${terms[code].labelEn}` }]),
  ) as Record<Code, { value: Code; description: string }>
  return builder.enumType(name, { description, values })
}
