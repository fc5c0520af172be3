import type { LitigationRoute } from '../../domain/cases.ts'
import type { ClaimScope, ClaimSubject } from '../../domain/claim.ts'
import {
  ABOUT_DISCLOSURE,
  ADDS_CARRIED_IN,
  AGENCY_PART,
  APPLICATIONS_OPENING,
  CASES_HEADING,
  CASES_ITEM,
  CLAUSE_END,
  type ClaimTopic,
  type ClaimWord,
  DECIDES_CASES,
  GOVERNMENT_ITSELF,
  LABEL_END,
  LEAD,
  LOST_LABEL_END,
  NEW,
  NO_CORRECTION,
  NO_PARTS,
  NONE,
  NOT_ABOUT_DISCLOSURE,
  NOT_THE_YEARS,
  OF_ANOTHER_YEAR,
  OF_THE_YEAR,
  OPENS_LIST,
  OTHER_DOINGS,
  OTHER_MATTERS,
  OTHER_RECEIVER,
  PARTLY_ABOUT_DISCLOSURE,
  PARTS,
  RECEIVED,
  REVIEW_AND_LITIGATION,
  SUMMED_UP,
  WITH_CARRIED_IN,
  ZERO_WORDS,
} from '../../domain/claim-words.ts'
import type { FigurePath } from '../../domain/figure-paths.ts'
import type { Form } from '../../domain/forms.ts'
import { BRACKETED_SHARE, ENDS_IN_COUNT } from '../../domain/sentence-numbers.ts'
import { plain } from '../plain.ts'
import { type RowMeaning, rowsNamed } from '../vocabulary.ts'
import { clauseOf } from './clause.ts'
import { foldWords } from './fold-words.ts'
import { readCount } from './read-count.ts'
import type { Sentence } from './read-sentences.ts'
import type { Speaker, Statement } from './statement.ts'
import { topicOf, wordsOn } from './words-on-topic.ts'

/** What may be counted in the words of other matters: 信访举报投诉类申请. */
const OF_THESE_MATTERS: readonly (ClaimSubject | undefined)[] = [
  'disclosure.COMPLAINTS.COUNT',
  'applications.NOT_PROCESSED_PETITION.TOTAL',
]
/** Shorter labels are words of every day: 其他, 重复申请. */
const SHORTEST_LABEL = 6

/** Reads the clauses of one sentence, from the first to the last. */
export class SentenceReader {
  readonly #statements: Statement[] = []
  readonly #sentence: Sentence
  readonly #speaker: Speaker
  /** The sentence in plain text. */
  readonly #plain: string
  /** Whether it goes on with what is about disclosure. */
  readonly #isOfDisclosure: boolean
  /** Whether the cases that it counts are about disclosure; undefined until that is asked. */
  #aboutDisclosure: boolean | undefined
  #topic: ClaimTopic | null
  #scope: ClaimScope | null = null
  /** Whether the sentence is on a part of the year at this place. */
  #isPartial = false
  /** Whether the cases counted before this place are of every kind. */
  #isPartlyAbout: boolean
  /** Whether another body than the issuer received the applications that are told of at this place. */
  #isOfAnother = false
  /** Whether the numbers at this place are of another year. */
  #isOfAnotherYear = false
  /** Whether the sentence has left its topic for one that no form counts. */
  #isElsewhere = false
  /** Whether what was carried in has been added at this place. */
  #isWithCarriedIn = false
  /** How the suits came to court whose results follow: all of them when null. */
  #route: LitigationRoute | null = null
  /** The clause before. */
  #before = ''
  /** The topic that a part of what was counted interrupts. */
  #lasting: ClaimTopic | null = null
  /** What stands in the clauses since the last count or semicolon: a label can have commas. */
  #label = ''

  constructor(sentence: Sentence, speaker: Speaker, topic: ClaimTopic | null, before: ClaimTopic | null) {
    this.#sentence = sentence
    this.#speaker = speaker
    this.#topic = topic
    this.#plain = plain(sentence.text)
    this.#isOfDisclosure = topic !== null || before === 'REVIEW'
    this.#isPartlyAbout = PARTLY_ABOUT_DISCLOSURE.test(this.#plain)
  }

  read(): {
    readonly statements: readonly Statement[]
    readonly topic: ClaimTopic | null
    readonly isElsewhere: boolean
  } {
    const words = foldWords(this.#plain, this.#speaker.year, this.#speaker.names)
    if (words === null) return { statements: [], topic: null, isElsewhere: false }
    let outside = this.#scope
    const isSummedUp = SUMMED_UP.test(words) && !OF_THE_YEAR.test(words)
    let opening = ''
    for (const [, clause = '', separator = ''] of words.matchAll(/([^,;:()。]+)([,;:()。]?)/gu)) {
      if (isSummedUp && SUMMED_UP.test(clause)) this.#label = ''
      else if (opening === '(' && this.#readBracketedShare(clause)) this.#label = ''
      else this.#readClause(clause, separator)
      opening = separator
      this.#before = clause
      if (separator === ';') {
        this.#label = ''
        this.#isOfAnotherYear = false
      }
      // 申请530件(市本级149件),上年结转6件: of the whole district again.
      if (separator === '(') outside = this.#scope
      if (separator !== ')') continue
      this.#scope = outside
      this.#isOfAnotherYear = false
      // 24件(未经复议直接起诉20件,复议后起诉4件),其中维持22件: of all again.
      this.#route = null
    }
    const isWithCarriedIn = WITH_CARRIED_IN.test(words)
    const statements = this.#statements.map((one) =>
      isWithCarriedIn && one.subject === 'applications.RECEIVED.TOTAL' ? { ...one, subject: null } : one,
    )
    const topic = this.#isOfAnother && this.#topic === 'APPLICATIONS' ? null : this.#topic
    return { statements, topic: topic ?? this.#lasting, isElsewhere: this.#isElsewhere }
  }

  #readClause(clause: string, separator: string): void {
    const { isOfTheYear, isOfAPart, scope, share, counts } = clauseOf(clause)
    if (isOfTheYear) this.#isOfAnotherYear = false
    if (isOfAPart) this.#isPartial = true
    else if (isOfTheYear) this.#isPartial = false
    this.#scope = scope ?? this.#scope
    if (share !== null) {
      this.#readShare(share[2] ?? '', share[1] ?? '')
      return
    }
    const [count] = counts
    const label = this.#label + clause.slice(0, count?.index)
    this.#label = count === undefined ? `${this.#label}${clause}${separator}` : ''
    if (count === undefined && APPLICATIONS_OPENING.test(clause)) this.#topic = 'APPLICATIONS'
    if (count === undefined) this.#readNone(clause)
    else if (counts.length === 1) this.#readCount(clause, count, label, separator)
  }

  /** Whether the cases that the sentence counts are about disclosure: they are counted for many matters. */
  #isAboutDisclosure(): boolean {
    this.#aboutDisclosure ??=
      (this.#isOfDisclosure ||
        ABOUT_DISCLOSURE.test(this.#plain) ||
        CASES_HEADING.test(this.#sentence.heading) ||
        CASES_ITEM.test(this.#plain)) &&
      !DECIDES_CASES.test(this.#plain) &&
      !NOT_ABOUT_DISCLOSURE.test(this.#plain)
    return this.#aboutDisclosure
  }

  #readCount(clause: string, count: RegExpMatchArray, label: string, separator: string): void {
    const head = clause.slice(0, count.index)
    const tail = clause.slice((count.index ?? 0) + count[0].length)
    const words = head.replace(LEAD, '')
    const state = (subject: ClaimSubject | null, scope = this.#scope) => {
      const read = readCount(count, subject)
      if (read === null) return
      const opensList = separator === ':' && OPENS_LIST.test(clause)
      const base = { words, topic: this.#topic, share: null, opensList, sentence: this.#sentence }
      this.#statements.push({ ...read, ...base, subject, scope })
    }
    const isPart = PARTS.test(head) || PARTS.test(this.#before)
    const isTotalOfPart = (subject: ClaimSubject) => isPart && !NEW.test(words) && NO_PARTS.includes(subject)
    const labelled = this.#rowLabelled(label) ?? this.#rowLabelled(head)
    if (labelled !== null && !isTotalOfPart(labelled) && !this.#isPartial && !this.#isOfAnotherYear) {
      this.#topic = topicOf(labelled) ?? this.#topic
      state(labelled)
      return
    }
    if (NOT_THE_YEARS.test(clause)) return
    if (OF_ANOTHER_YEAR.test(clause)) this.#isOfAnotherYear = true
    if (this.#isPartial || this.#isOfAnotherYear) return
    if (REVIEW_AND_LITIGATION.test(clause)) {
      if (count[2] === '1' && this.#isAboutDisclosure())
        for (const subject of ['review.TOTAL', 'litigation.ALL.TOTAL'] as const) state(subject)
      return
    }
    if (this.#topic === 'APPLICATIONS' && AGENCY_PART.test(head) && CLAUSE_END.test(tail)) {
      state('applications.RECEIVED.TOTAL', 'AGENCY')
      return
    }
    if (ADDS_CARRIED_IN.test(clause)) this.#isWithCarriedIn = true
    const said = this.#wordSaid(words, tail)
    const word = said !== undefined && isTotalOfPart(said.subject) ? undefined : said
    if (OTHER_MATTERS.test(clause) && !OF_THESE_MATTERS.includes(word?.subject)) {
      // 共收到网民留言1725条,已答复1723条: what follows counts something else.
      this.#topic = null
      this.#isElsewhere = true
      return
    }
    if (word === undefined) {
      state(null)
      // 不予受理2件 is an ending of a review, not another matter.
      if (OTHER_DOINGS.test(head) && !NO_CORRECTION.test(words)) {
        // 其中县政府办公室收到12件: the next sentence is on all of them again.
        this.#lasting = isPart ? this.#topic : null
        this.#topic = null
        this.#isElsewhere = !isPart
      }
      return
    }
    const opened = word.opens ?? this.#topic
    if (opened === 'REVIEW' || opened === 'LITIGATION') {
      if (ABOUT_DISCLOSURE.test(clause)) this.#isPartlyAbout = false
      if (this.#isPartlyAbout || !this.#isAboutDisclosure()) return
    }
    const last = this.#statements.at(-1)?.subject
    this.#topic = opened
    this.#isElsewhere = false
    // 行政复议5件、行政诉讼3件,其中维持2件: of which of them is not told.
    if (word.subject === 'litigation.ALL.TOTAL' && last === 'review.TOTAL') {
      state(word.subject)
      this.#topic = null
    } else if (word.subject === 'applications.RECEIVED.TOTAL') this.#readReceived(words, state)
    else if (this.#isOfAnother && topicOf(word.subject) === 'APPLICATIONS') state(null)
    else state(this.#ofRoute(word.subject, last))
  }

  /** 未经复议直接起诉4件,结果维持3件: of these; where the other route stands right before, of both. */
  #ofRoute(subject: ClaimSubject, last: ClaimSubject | null | undefined): ClaimSubject {
    const [family, route, result] = subject.split('.')
    if (family !== 'litigation') return subject
    if (route === 'DIRECT' || route === 'AFTER_REVIEW') {
      const isSecond = last?.startsWith('litigation.') === true && /\.(?:DIRECT|AFTER_REVIEW)\.TOTAL$/.test(last)
      this.#route = isSecond ? null : route
      return subject
    }
    if (result === 'TOTAL') this.#route = null
    return this.#route === null ? subject : (`litigation.${this.#route}.${result}` as FigurePath)
  }

  /** Only what the issuer as a whole received is the form's number. */
  #readReceived(words: string, state: (subject: ClaimSubject | null, scope?: ClaimScope | null) => void): void {
    const receiver = words.replace(RECEIVED, '')
    // 街道收到 in the report of a street is the street itself.
    const isOwn = receiver.length > 1 && this.#speaker.names.some((name) => name.endsWith(receiver))
    this.#isOfAnother = !isOwn && OTHER_RECEIVER.test(receiver)
    if (this.#isWithCarriedIn || this.#isOfAnother) state(null)
    else if (GOVERNMENT_ITSELF.test(receiver)) {
      this.#scope ??= 'AGENCY'
      state('applications.RECEIVED.TOTAL', this.#scope)
    } else state('applications.RECEIVED.TOTAL')
  }

  /** The first way of saying a number that fits what stands before and behind it. */
  #wordSaid(words: string, tail: string): ClaimWord | undefined {
    const fitting = wordsOn(this.#topic, this.#speaker.form)(words)
    const behind = tail.replace(/["”]{1,2}$/u, '')
    return fitting.find(({ after, beside, unless }) => {
      if (beside !== undefined && !this.#statements.some(({ subject }) => subject === beside)) return false
      return !unless?.test(this.#plain) && after.test(behind)
    })
  }

  /** The figure whose label on the form stands right before the number: 申请信息不存在数, 政务微博公开政府信息数. */
  #rowLabelled(printed: string): FigurePath | null {
    const label = printed.replace(LEAD, '').replace(LABEL_END, '')
    if (label.length < SHORTEST_LABEL) return null
    const named = [...rowsNamed(label), ...rowsNamed(label + LOST_LABEL_END)]
    const [row] = named
    if (row === undefined || named.some(({ meaning }) => meaning !== row.meaning)) return null
    return pathOfRow(row.meaning, this.#speaker.form)
  }

  /** 未发生因政府信息公开申请行政复议、提起行政诉讼的情况: there was none, said plainly. */
  #readNone(clause: string): void {
    const words = clause.replace(LEAD, '')
    const rest = words.replace(NONE, '')
    if (
      rest === words ||
      !this.#isAboutDisclosure() ||
      this.#isPartial ||
      NOT_THE_YEARS.test(clause) ||
      OF_ANOTHER_YEAR.test(clause)
    )
      return
    for (const { subject, of, filler } of ZERO_WORDS) {
      if (!of.test(rest) || rest.replace(filler, '') !== '') continue
      const base = { words: '', topic: this.#topic, share: null, opensList: false, sentence: this.#sentence }
      this.#statements.push({ ...base, subject, value: '0', unit: null, approximate: false, scope: this.#scope })
    }
  }

  /** 予以公开39件(26.53%): whether the clause is the share of what stands before its bracket. */
  #readBracketedShare(clause: string): boolean {
    const percent = BRACKETED_SHARE.exec(clause)?.[1]
    if (percent === undefined || !ENDS_IN_COUNT.test(this.#before)) return false
    this.#readShare(percent, '')
    return true
  }

  /** 占总数的23.14%: of the number that the clause before it states. */
  #readShare(percent: string, of: string): void {
    const stated = this.#statements.at(-1)
    if (stated === undefined || stated.share !== null) return
    this.#statements.splice(-1, 1, { ...stated, share: { percent, of } })
  }
}

function pathOfRow(meaning: RowMeaning, form: Form | null): FigurePath | null {
  if (meaning.table === 'STATISTICS') return form === 'FORM_2014' || form === null ? meaning.row.path : null
  return meaning.table === 'APPLICATIONS' && form !== 'FORM_2014' ? `applications.${meaning.row}.TOTAL` : null
}
