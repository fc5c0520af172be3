import { expect, it } from 'vitest'
import { testHub } from '../hub.ts'
import { answered, answersOnSamples, comparable, EXAMPLES, keptAnswer } from './answers.ts'

// Each saved query is answered on the five samples as its file in answers/ says. `npm run golden:queries -- NAME` writes one, to be read.

const hub = await testHub()
const answers = new Map(await answersOnSamples({ fetch: hub.fetch, database: hub.db, key: hub.key }, EXAMPLES))

it('every saved query has a title, a description, and an answer of its own', () => {
  const names = EXAMPLES.map(({ name }) => name)
  expect(answered().sort()).toEqual(names.toSorted())
  expect(names.length).toBeGreaterThanOrEqual(24)
  for (const { name, title, description } of EXAMPLES) {
    expect(title, name).not.toBe(name)
    expect(description, name).not.toBe('')
  }
})

it.each(EXAMPLES.map(({ name }) => name))('%s', (name) => {
  const answer = answers.get(name)
  expect(answer?.errors).toBeUndefined()
  expect(comparable(answer ?? {})).toEqual(keptAnswer(name))
})
