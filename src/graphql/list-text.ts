import { randomUUID } from 'node:crypto'
import type { ExecutionResult } from 'graphql'

// Figures of an immutable revision, asked for in the same way, are the same text in every answer. Where that text is kept it goes into
// the answer as it is, and is not made of its objects again.

/** A list in an answer, of which the text is known. */
export class ListText {
  readonly text: string

  /** @param text the list in JSON. */
  constructor(text: string) {
    this.text = text
  }

  /** What stands for it: its place among the texts of the answer that is being made, or the list itself for anyone else. */
  toJSON(): unknown {
    if (texts === null) return JSON.parse(this.text)
    texts.push(this.text)
    return MARK
  }
}

/** The texts of the answer that is being made, in their order; null while none is. */
let texts: string[] | null = null

/** What stands in the place of a text. No report can have it: it is made anew in every process, and told to nobody. */
const MARK = randomUUID()

/** The answer as JSON, with the texts of its lists. */
export function answerText({ stringify: _, ...answer }: ExecutionResult & { readonly stringify?: unknown }): string {
  const found: string[] = []
  texts = found
  try {
    const [before = '', ...rest] = JSON.stringify(answer).split(`"${MARK}"`)
    return rest.reduce((text, part, place) => text + found[place] + part, before)
  } finally {
    texts = null
  }
}
