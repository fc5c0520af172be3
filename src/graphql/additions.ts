import type { FigurePath } from '../domain/figure-paths.ts'
import { FORMS, type Form } from '../domain/forms.ts'
import { codesOf } from '../domain/terms.ts'
import { sumsOn } from '../metrics/correspondence.ts'
import { type Operand, pathsOf } from '../rules/operands.ts'
import { RULES } from '../rules/registry.ts'

// What may be added is what a form adds up itself: the terms of one side of an equation, and the parts of different terms. Whatever else
// has the same unit may count one thing twice, or things that have nothing to do with each other.

/** One side of an equation of a form, each term with everything that is part of it. */
type Addition = readonly ReadonlySet<FigurePath>[]

/** What each whole of a form is made of, down to the last part. */
const PARTS: ReadonlyMap<Form, ReadonlyMap<FigurePath, ReadonlySet<FigurePath>>> = new Map(
  codesOf(FORMS).map((form) => [form, partsOn(form)]),
)
const ADDITIONS: ReadonlyMap<Form, readonly Addition[]> = new Map(
  codesOf(FORMS).map((form) => [form, additionsOn(form)]),
)

/** Whether one figure of a form is part of another. */
export function isPartOf(part: FigurePath, whole: FigurePath, form: Form): boolean {
  return PARTS.get(form)?.get(whole)?.has(part) ?? false
}

/** Two of the figures that a form never adds up, if there are two. */
export function firstNotAdded(figures: readonly FigurePath[], form: Form): readonly [FigurePath, FigurePath] | null {
  const places = new Map(figures.map((path) => [path, placesOf(path, form)]))
  for (const [index, one] of figures.entries()) {
    for (const other of figures.slice(index + 1)) {
      const others = places.get(other)
      const areTerms = [...(places.get(one) ?? [])].some(([addition, term]) => (others?.get(addition) ?? term) !== term)
      if (!areTerms) return [one, other]
    }
  }
  return null
}

/** In which additions of the form the figure stands, or something that it is part of, and in which term. */
function placesOf(path: FigurePath, form: Form): ReadonlyMap<Addition, number> {
  const additions = ADDITIONS.get(form) ?? []
  return new Map(
    additions
      .map((addition) => [addition, addition.findIndex((term) => term.has(path))] as const)
      .filter(([, term]) => term >= 0),
  )
}

/** Both sides of every equation that holds on the form. */
function sidesOn(form: Form): readonly (readonly Operand[])[] {
  return RULES.flatMap((rule) =>
    rule.kind === 'EQUATION' && rule.forms.includes(form)
      ? rule.relations.flatMap(({ left, right }) => [left, right])
      : [],
  )
}

function partsOn(form: Form): ReadonlyMap<FigurePath, ReadonlySet<FigurePath>> {
  const direct = new Map<FigurePath, FigurePath[]>()
  const sides = sidesOn(form)
  for (const [index, side] of sides.entries()) {
    // The sides of an equation follow each other.
    const opposite = sides[index ^ 1] ?? []
    const [whole, ...more] = side.flatMap(pathsOf)
    if (whole === undefined || more.length > 0 || opposite.length < 2) continue
    direct.set(whole, [...(direct.get(whole) ?? []), ...opposite.flatMap(pathsOf)])
  }
  const closure = (whole: FigurePath): FigurePath[] =>
    (direct.get(whole) ?? []).flatMap((part) => [part, ...closure(part)])
  return new Map([...direct.keys()].map((whole) => [whole, new Set(closure(whole))]))
}

function additionsOn(form: Form): readonly Addition[] {
  const withParts = (paths: readonly FigurePath[]) =>
    new Set(paths.flatMap((path) => [path, ...(PARTS.get(form)?.get(path) ?? [])]))
  const sides = sidesOn(form)
  return [
    ...sides.map((side) => side.map(pathsOf)),
    // A term of several figures adds them up as well: other rows print it on other forms.
    ...sides.flatMap((side) => side.map((operand) => pathsOf(operand).map((path) => [path]))),
    ...sumsOn(form).map((paths) => paths.map((path) => [path])),
  ]
    .filter((terms) => terms.length > 1)
    .map((terms) => terms.map(withParts))
}
