import { ask, type Child } from './child.ts'
import { firstDifference } from './first-difference.ts'
import type { Question, Scenario } from './scenarios/scenario.ts'

/** How many questions of a scenario are compared. */
const COMPARED = 10

/**
 * Asks everybody some of the questions, and compares what they answer with what raw SQL answers.
 * @throws Error naming the first difference: whoever answers something else is in no race.
 */
export async function checkSameAnswers(
  scenario: Scenario,
  questions: readonly Question[],
  children: readonly Child[],
): Promise<void> {
  const judge = children.find(({ contestant }) => contestant.dialect === 'rawSql')
  if (judge === undefined) throw new Error('Expected raw SQL among the contestants: answers are compared with its.')
  const step = Math.max(1, Math.floor(questions.length / COMPARED))
  for (let at = 0; at < questions.length; at += step) {
    const question = questions[at] as Question
    const expected = scenario.normalise.rawSql(await ask(judge.address, question.rawSql))
    for (const { address, contestant } of children) {
      const got = scenario.normalise[contestant.dialect](await ask(address, question[contestant.dialect]))
      const difference = firstDifference(expected, got)
      if (difference !== null) {
        throw new Error(
          `Expected ${contestant.title} to answer "${scenario.title}" as raw SQL does, got another answer to question ${at}: ${difference} (${question[contestant.dialect].body}).`,
        )
      }
    }
  }
}
