import type { District } from '../../domain/district.ts'
import { ancestorsOf, districtsNamed, LONGEST_DISTRICT_NAME } from '../../domain/district-registry.ts'
import { BRANCH } from '../../domain/document-words.ts'

/** The divisions that a place in a text can mean, where its name begins, and where it ends. */
export interface Mention {
  readonly candidates: readonly District[]
  readonly start: number
  readonly end: number
}

/** The deepest division that the text names first: 江苏省淮安市洪泽区人民政府 → 洪泽区, under what stands before it. */
export function mentionIn(text: string, from = 0): Mention | null {
  for (let start = from; start < text.length; start += 1) {
    const mention = nameAt(text, start)
    if (mention !== null) return deepest(text, mention)
  }
  return null
}

/** The text from the division on that it names last. */
export function fromLastMention(text: string): string {
  let last = 0
  for (let mention = mentionIn(text); mention !== null; ) {
    last = mention.start
    // 成都市公安局锦江区分局: the second place is part of the body's name.
    const branch = BRANCH.exec(text.slice(mention.end))?.[0] ?? ''
    mention = mentionIn(text, mention.end + branch.length)
  }
  return text.slice(last)
}

function deepest(text: string, mention: Mention): Mention {
  const next = nameAt(text, mention.end)
  if (next === null) return mention
  const above = new Set(mention.candidates.map(({ code }) => code))
  const within = next.candidates.filter((district) => ancestorsOf(district).some(({ code }) => above.has(code)))
  return within.length === 0 ? mention : deepest(text, { candidates: within, start: mention.start, end: next.end })
}

function nameAt(text: string, start: number): Mention | null {
  for (let length = Math.min(LONGEST_DISTRICT_NAME, text.length - start); length >= 2; length -= 1) {
    const candidates = districtsNamed(text.slice(start, start + length))
    if (candidates.length > 0) return { candidates, start, end: start + length }
  }
  return null
}

/** Of several divisions of one name: those whose ancestors the document names, the present ones before the abolished ones. */
export function resolvePlaces(candidates: readonly District[], context: string): readonly District[] {
  if (candidates.length <= 1) return candidates
  const mentioned = candidates.filter((district) => ancestorsOf(district).some(({ name }) => context.includes(name)))
  const fitting = mentioned.length > 0 ? mentioned : candidates
  const inFull = fitting.filter(({ name, fullName }) => fullName !== name && context.includes(fullName))
  const best = fitting.length > 1 && inFull.length > 0 ? inFull : fitting
  const present = best.filter(({ current }) => current)
  return present.length > 0 ? present : best
}

/** A name that stands once may be that of anything. */
const LEAST_MENTIONS = 2

/** The one county-level division that the texts speak of, more than once; null where they speak of several, or of one that several bear. */
export function soleDistrict(texts: readonly string[]): District | null {
  const context = texts.join('\n')
  const counts = new Map<District, number>()
  for (const text of texts) {
    for (let mention = mentionIn(text); mention !== null; mention = mentionIn(text, mention.end)) {
      const fitting = resolvePlaces(mention.candidates, context)
      if (fitting.every(({ level }) => level !== 'COUNTY')) continue
      const [district] = fitting
      if (district === undefined || fitting.length !== 1) return null
      counts.set(district, (counts.get(district) ?? 0) + 1)
    }
  }
  const [only] = counts
  return only !== undefined && counts.size === 1 && only[1] >= LEAST_MENTIONS ? only[0] : null
}
