import { type DocumentNode, Kind, type ValueNode, visit } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { badUserInput } from '../../graphql/refusals.ts'

/** Phase: execution. The executor takes an initial count below zero, or none, for a fault of its own. */
export function streamArguments(): Plugin {
  return {
    onExecute({ args: { document, variableValues }, setResultAndStopExecution }) {
      if (!isCountGiven(document, variableValues ?? {})) {
        const error = badUserInput('Expected "initialCount" of @stream to be a number from 0 on, got another value.')
        setResultAndStopExecution({ errors: [error] })
      }
    },
  }
}

function isCountGiven(document: DocumentNode, variables: Readonly<Record<string, unknown>>): boolean {
  return countsIn(document).every((value) => {
    // A variable that was left out leaves the default.
    const number =
      value.kind === Kind.VARIABLE
        ? variables[value.name.value] === undefined
          ? 0
          : variables[value.name.value]
        : value.kind === Kind.INT
          ? Number(value.value)
          : null
    return typeof number === 'number' && number >= 0
  })
}

const COUNTS = new WeakMap<DocumentNode, readonly ValueNode[]>()

/** What the document gives as initial counts: looked for once. */
function countsIn(document: DocumentNode): readonly ValueNode[] {
  const known = COUNTS.get(document)
  if (known !== undefined) return known
  const counts: ValueNode[] = []
  visit(document, {
    Directive({ name, arguments: given }) {
      const count =
        name.value === 'stream' ? given?.find((argument) => argument.name.value === 'initialCount') : undefined
      if (count !== undefined) counts.push(count.value)
    },
  })
  COUNTS.set(document, counts)
  return counts
}
