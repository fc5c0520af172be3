import { type DocumentNode, Kind, visit } from 'graphql'
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
  let isGiven = true
  visit(document, {
    Directive({ name, arguments: given }) {
      const count =
        name.value === 'stream' ? given?.find((argument) => argument.name.value === 'initialCount') : undefined
      if (count === undefined) return
      const { value } = count
      // A variable that was left out leaves the default.
      const number =
        value.kind === Kind.VARIABLE
          ? variables[value.name.value] === undefined
            ? 0
            : variables[value.name.value]
          : value.kind === Kind.INT
            ? Number(value.value)
            : null
      isGiven &&= typeof number === 'number' && number >= 0
    },
  })
  return isGiven
}
