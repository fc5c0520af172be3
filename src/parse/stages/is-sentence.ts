/** A shorter line can be a label. */
const SENTENCE_LENGTH = 40

/** Whether a line (plain text) is a sentence: no table goes on behind it. */
export function isSentence(text: string): boolean {
  return text.length > SENTENCE_LENGTH && text.includes('。')
}
