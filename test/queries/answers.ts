import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Example, readExamples } from '../../src/server/plugins/example-queries.ts'
import {
  type Asked,
  askExample,
  type ExampleAnswer,
  firstEvent,
  isSubscription,
  storeCorrection,
  storeLastSample,
  storeSamples,
} from './ask-example.ts'

// The answer of each saved query on the five samples is kept beside it, in answers/<name>.json.

const FOLDER = join(import.meta.dirname, 'answers')

export const EXAMPLES = readExamples(join(import.meta.dirname, '../../examples'))

/** The saved query of the name. Throws, with the names that there are, when there is none. */
export function exampleNamed(name: string): Example {
  const example = EXAMPLES.find((one) => one.name === name)
  if (example) return example
  throw new Error(`Expected one of ${EXAMPLES.map((one) => one.name).join(', ')}, got ${JSON.stringify(name)}.`)
}

/** Stores the samples and a correction of one, a saved query that subscribes being told of the last one, and asks the others then. */
export async function answersOnSamples(asked: Asked, examples: readonly Example[]): Promise<[string, ExampleAnswer][]> {
  await storeSamples(asked.database)
  await storeCorrection(asked.database)
  const answers: [string, ExampleAnswer][] = []
  const store = () => storeLastSample(asked.database)
  const subscriptions = examples.filter(isSubscription)
  if (subscriptions.length === 0) await store()
  for (const example of subscriptions) answers.push([example.name, await firstEvent(asked, example, store)])
  for (const example of examples.filter((one) => !isSubscription(one))) {
    answers.push([example.name, await askExample(asked, example)])
  }
  return answers
}

/** The names of the saved queries that have an answer. */
export const answered = () => readdirSync(FOLDER).map((file) => basename(file, '.json'))

/** The answer that is kept. */
export const keptAnswer = (name: string): unknown => JSON.parse(readFileSync(fileOf(name), 'utf8'))

/** Throws when an answer is kept already. */
export function mustHaveNoAnswer(name: string): void {
  if (!existsSync(fileOf(name))) return
  throw new Error(`Expected no answer of ${name} yet, found ${fileOf(name)}. To replace it: --force.`)
}

/** Keeps an answer, and returns the file in which it is. */
export function keepAnswer(name: string, answer: ExampleAnswer): string {
  writeFileSync(fileOf(name), `${JSON.stringify(comparable(answer), null, 2)}\n`)
  return fileOf(name)
}

const fileOf = (name: string) => join(FOLDER, `${name}.json`)

/** The answer without what differs from run to run: moments, and the ids and cursors that hold keys of the store. */
export function comparable({ data, errors }: ExampleAnswer): unknown {
  const answer = { data, ...(errors && { errors }) }
  return JSON.parse(JSON.stringify(answer), (name, value: unknown) => {
    if (typeof value !== 'string') return value
    if (/^(at|(created|updated|judged)At)$/.test(name)) return '(moment)'
    if (/[cC]ursor$/.test(name)) return '(cursor)'
    return name === 'id' && isGlobalId(value) ? '(id)' : value
  })
}

const isGlobalId = (id: string) => /^[A-Z]\w+:\d/.test(Buffer.from(id, 'base64').toString())
