import { type FigurePath, keyOf } from '../../domain/figure-paths.ts'
import { type Addend, type Formula, pathOfAddend } from '../../domain/formula.ts'
import { Prisma } from '../generated/prisma/client.ts'

const { join, raw, sql } = Prisma

/** What a formula comes to, where the stated figures of a report stand in a JSON object of that name, by path; null where one is missing. */
export function formulaOfFigures(formula: Formula, figures: string): Prisma.Sql {
  const value = (path: FigurePath) => {
    // The path is one of the domain's own, and no text of anybody's.
    keyOf(path)
    return raw(`(${figures}->'${path}')::numeric`)
  }
  const term = (addend: Addend) => (typeof addend === 'string' ? value(addend) : sql`-${value(pathOfAddend(addend))}`)
  // A sum with something unknown in it is unknown, in SQL as well.
  const sums = formula.map((addends) => sql`(${join(addends.map(term), ' + ')})`)
  return sql`coalesce(${join([...sums, sql`NULL::numeric`], ', ')})`
}
