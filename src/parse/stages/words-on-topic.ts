import type { ClaimSubject } from '../../domain/claim.ts'
import { CLAIM_WORDS, type ClaimTopic, type ClaimWord } from '../../domain/claim-words.ts'
import type { Form } from '../../domain/forms.ts'
import { remembered } from '../remembered.ts'

type WordsBefore = (words: string) => readonly ClaimWord[]
const wordsByPlace = new Map<string, WordsBefore>()

/** The ways of saying a number on a topic and a form that what stands before it fits, in their order. Reports say much the same. */
export function wordsOn(topic: ClaimTopic | null, form: Form | null): WordsBefore {
  const place = `${topic} ${form}`
  const known = wordsByPlace.get(place)
  if (known !== undefined) return known
  const ways = CLAIM_WORDS.filter(({ within, forms }) => {
    return (within === null || within === topic) && (forms === undefined || forms.includes(form))
  })
  const found = remembered((words) => ways.filter(({ before }) => before.test(words)))
  wordsByPlace.set(place, found)
  return found
}

/** The topic of what counts this; null when it is of none. */
export function topicOf(subject: ClaimSubject): ClaimTopic | null {
  if (subject.startsWith('applications.')) return 'APPLICATIONS'
  if (subject.startsWith('review.')) return 'REVIEW'
  if (subject.startsWith('litigation.')) return 'LITIGATION'
  return CLAIM_WORDS.find((word) => word.subject === subject)?.opens ?? null
}
