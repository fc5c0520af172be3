import type { Claim, ClaimScope } from '../../domain/claim.ts'
import {
  ABOUT_DISCLOSURE,
  AGENCY_PART,
  CASES_HEADING,
  CLAIM_WORDS,
  CLAUSE_END,
  type ClaimTopic,
  type ClaimWord,
  CONTINUES,
  COUNT,
  COUNTED,
  COUNTED_IN,
  NOT_THE_YEARS,
  ORDINAL,
  OTHER_DOINGS,
  OTHER_YEAR,
  RELATIVE_YEARS,
  REVIEW_AND_LITIGATION,
  SCOPE_WORDS,
  YEAR_AT_BEGINNING,
  YEAR_OF_CLAIM,
} from '../../domain/claim-words.ts'
import type { FigurePath } from '../../domain/figure-paths.ts'
import type { Locator } from '../../domain/locator.ts'
import type { Document, Line } from '../document.ts'
import { plain } from '../plain.ts'

/** A line this short, without a full stop, can be a heading of what follows. */
const HEADING_LENGTH = 24
/** A longer sentence is none: a document that has lost its full stops. */
const SENTENCE_LENGTH = 2_000

/** The numbers that sentences state. A sentence that does not say plainly what it counts gives none. Lines that tables took are left out. */
export function findClaims(document: Document, tableLines: ReadonlySet<number>, year: number | null): Claim[] {
  const claims: Claim[] = []
  let heading: Line | null = null
  let before: ClaimTopic | null = null
  for (const line of document.lines) {
    if (line.plain === '') continue
    // A sentence right before a table can look like the beginning of its first label.
    if (line.isRow || (tableLines.has(line.number) && !line.text.includes('。'))) {
      before = null
      continue
    }
    if (line.plain.length <= HEADING_LENGTH && !/[。;；]/u.test(line.text) && !COUNTED.test(line.plain)) {
      heading = line
      before = null
      continue
    }
    // “可以公开”的110件: a list, one item a line, goes on with what the line before it was about.
    let topic: ClaimTopic | null = /^["“]/u.test(line.plain) ? before : null
    const aboutDisclosure = ABOUT_DISCLOSURE.test(line.plain) || (heading !== null && CASES_HEADING.test(heading.plain))
    for (const { text, at } of sentencesOf(line)) {
      // 行政复议13件。其中维持7件: the sentence goes on with what the one before it counted.
      if (CONTINUES.test(text)) topic = before ?? topic
      const said = readSentence({ text, at, year, topic, aboutDisclosure: aboutDisclosure || topic === 'APPLICATIONS' })
      claims.push(...said.claims)
      before = said.topic
      // A paragraph on applications goes on to reviews: 全区受理申请530件。行政复议12件.
      topic = said.topic === 'APPLICATIONS' ? 'APPLICATIONS' : topic
    }
  }
  return claims
}

interface Sentence {
  readonly text: string
  readonly at: Locator
}

function sentencesOf(line: Line): Sentence[] {
  if (line.text.length > SENTENCE_LENGTH * 10) return []
  return [...line.text.matchAll(/[^。！？!?]+[。！？!?]?/gu)].flatMap(({ 0: printed, index }) => {
    const text = printed.trim()
    const offset = line.text.indexOf(text, index)
    const at = line.at.kind === 'TEXT' ? { ...line.at, column: offset + 1 } : line.at
    return text === '' || text.length > SENTENCE_LENGTH ? [] : [{ text, at }]
  })
}

interface Setting extends Sentence {
  readonly year: number | null
  /** What the words before the sentence were about. */
  readonly topic: ClaimTopic | null
  readonly aboutDisclosure: boolean
}

function readSentence({ text, at, year, topic: before, aboutDisclosure }: Setting) {
  const claims: Claim[] = []
  const none = { claims, topic: null }
  const words = withoutYears(plain(text).replace(/(\d),(?=\d{3}(?!\d))/g, '$1'), year)
  if (words === null) return none
  let topic = before
  let scope: ClaimScope | null = null
  let uncounted = false
  for (const clause of words.split(/[,，;；:：()（）]/u)) {
    scope = SCOPE_WORDS.find((one) => one.words.test(clause))?.scope ?? scope
    const counts = [...clause.matchAll(COUNT)].filter(({ index }) => !ORDINAL.test(clause.slice(0, index)))
    const [count] = counts
    if (count === undefined || counts.length > 1 || NOT_THE_YEARS.test(clause)) {
      // 共收到网民留言1725条,已答复1723条: what follows counts something else.
      if (NOT_THE_YEARS.test(clause)) topic = null
      continue
    }
    const head = clause.slice(0, count.index)
    const tail = clause.slice(count.index + count[0].length)
    const claim = (subject: FigurePath, whose: ClaimScope | null = scope) => {
      const read = readCount(count, subject)
      if (read !== null) claims.push({ subject, ...read, scope: whose, sentence: text, at })
    }
    if (REVIEW_AND_LITIGATION.test(clause)) {
      if (count[2] === '1' && aboutDisclosure)
        for (const subject of ['review.TOTAL', 'litigation.ALL.TOTAL'] as const) claim(subject)
      continue
    }
    if (topic === 'APPLICATIONS' && AGENCY_PART.test(head) && CLAUSE_END.test(tail)) {
      claim('applications.RECEIVED.TOTAL', 'AGENCY')
      continue
    }
    const word = CLAIM_WORDS.find((one) => says(one, head, tail, topic))
    if (word === undefined) {
      uncounted ||= topic === 'REVIEW' || topic === 'LITIGATION'
      if (OTHER_DOINGS.test(head)) topic = null
      continue
    }
    const opened = word.opens ?? topic
    if ((opened === 'REVIEW' || opened === 'LITIGATION') && !aboutDisclosure) continue
    topic = opened
    claim(word.subject)
  }
  return { claims: withoutDoubt(claims, uncounted), topic }
}

function says({ within, before, after }: ClaimWord, head: string, tail: string, topic: ClaimTopic | null): boolean {
  return (within === null || within === topic) && before.test(head) && after.test(tail.replace(/[。"”]+$/u, ''))
}

/** The words without years: 本年, 上年, 下年; null when the sentence begins with another year than the report's. */
function withoutYears(text: string, year: number | null): string | null {
  const first = YEAR_AT_BEGINNING.exec(text)?.[1]
  if (year !== null && first !== undefined && Number(first) !== year) return null
  return text.replace(YEAR_OF_CLAIM, (_, printed: string) => {
    const difference = year === null ? 0 : Number(printed) - year
    return RELATIVE_YEARS.get(difference) ?? OTHER_YEAR
  })
}

function readCount(count: RegExpMatchArray, subject: FigurePath): Pick<Claim, 'value' | 'unit' | 'approximate'> | null {
  const [, about, digits = '', tenThousand, more, unit, above] = count
  const money = subject.endsWith('.AMOUNT')
  const printed = money && tenThousand !== undefined ? `${tenThousand}${unit ?? ''}` : (unit ?? null)
  if (
    money
      ? printed === null || !COUNTED_IN.money.includes(printed)
      : unit !== undefined && !COUNTED_IN.cases.includes(unit)
  )
    return null
  if (!money && (tenThousand !== undefined || digits.includes('.'))) return null
  if (!/^\d{1,11}(?:\.\d{1,4})?$/.test(digits) || (!money && digits.length > 9)) return null
  const value = digits.replace(/^0+(?=\d)/, '')
  return { value, unit: printed, approximate: [about, more, above].some((mark) => mark !== undefined) }
}

/** A sentence that states one thing twice differently is not chosen from; a list finer than the form's leaves 其他 and 纠正 open. */
function withoutDoubt(claims: readonly Claim[], uncounted: boolean): Claim[] {
  return claims.filter(({ subject, value, scope }) => {
    if (uncounted && /\.(?:OTHER|CORRECTED)$/.test(subject)) return false
    return !claims.some((other) => other.subject === subject && other.scope === scope && other.value !== value)
  })
}
