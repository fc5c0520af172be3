import { APPLICATIONS_HEADING, type ClaimTopic, CONTINUES, LASTING } from '../../domain/claim-words.ts'
import { ownNames } from './fold-words.ts'
import type { Sentence } from './read-sentences.ts'
import { SentenceReader } from './sentence-reader.ts'
import type { Speaker, Statement } from './statement.ts'

/** The numbers that the sentences state, in their order: whatever is counted, with its subject where the words tell it plainly. */
export function readStatements(sentences: readonly Sentence[], speaker: Speaker): Statement[] {
  const own = { ...speaker, names: ownNames(speaker.names) }
  const statements: Statement[] = []
  let before: ClaimTopic | null = null
  let topic: ClaimTopic | null = null
  for (const sentence of sentences) {
    if (sentence.isApart) before = null
    if (sentence.opensLine) topic = sentence.isListItem ? before : null
    if (topic === null && APPLICATIONS_HEADING.test(sentence.heading)) topic = 'APPLICATIONS'
    // 行政复议13件。其中维持7件: the sentence goes on with what the one before it counted.
    if (CONTINUES.test(sentence.text)) topic = before ?? topic
    const said = new SentenceReader(sentence, own, topic, sentence.opensLine ? null : before).read()
    statements.push(...said.statements)
    before = said.topic
    // A paragraph on applications goes on to reviews: 全区受理申请530件。行政复议12件.
    if (said.isElsewhere) topic = null
    else if (LASTING.includes(said.topic)) topic = said.topic
  }
  return statements
}
