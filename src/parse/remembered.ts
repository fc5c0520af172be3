/** Longer texts are hardly ever met again. */
const LONGEST = 500
/** Answers that are remembered at a time. */
const MOST = 4_000

/**
 * A function of a text that remembers its answers: the labels, numbers and sentences of a report are looked at by one stage after the other,
 * and those of the forms are the same in every report. It must give the same answer whenever it is asked, and one that nobody changes.
 */
export function remembered<Answer>(work: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, Answer>()
  return (text) => {
    if (text.length > LONGEST) return work(text)
    const known = answers.get(text)
    if (known !== undefined) return known
    const answer = work(text)
    if (answers.size >= MOST) answers.clear()
    answers.set(text, answer)
    return answer
  }
}
