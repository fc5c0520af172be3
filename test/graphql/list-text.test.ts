import { GraphQLError } from 'graphql'
import { describe, expect, it } from 'vitest'
import { answerText, ListText } from '../../src/graphql/list-text.ts'

describe('an answer with lists whose text is known', () => {
  const cells = new ListText('[{"value":1},{"value":null}]')

  it('is the text that it would be with the lists themselves', () => {
    const data = { report: { year: 2022, cells, title: '“公开”', none: new ListText('[]'), again: [cells, { cells }] } }
    expect(answerText({ data })).toBe(
      '{"data":{"report":{"year":2022,"cells":[{"value":1},{"value":null}],"title":"“公开”","none":[],"again":[[{"value":1},{"value":null}],{"cells":[{"value":1},{"value":null}]}]}}}',
    )
  })

  it('keeps errors and extensions where they were, and nothing of its own', () => {
    const answer = { errors: [new GraphQLError('no')], data: { cells: null }, extensions: { cost: { requested: 3 } } }
    expect(answerText({ ...answer, stringify: answerText })).toBe(JSON.stringify(answer))
    expect(answerText({ data: null })).toBe('{"data":null}')
  })

  it('is read by anyone else as the lists', () => {
    expect(JSON.stringify({ cells })).toBe('{"cells":[{"value":1},{"value":null}]}')
  })

  it('does not disturb the next one when it cannot be made', () => {
    const circular: { cells: ListText; self?: unknown } = { cells }
    circular.self = circular
    expect(() => answerText({ data: circular })).toThrow('circular')
    expect(JSON.stringify({ cells })).toBe('{"cells":[{"value":1},{"value":null}]}')
    expect(answerText({ data: { cells } })).toBe('{"data":{"cells":[{"value":1},{"value":null}]}}')
  })
})
