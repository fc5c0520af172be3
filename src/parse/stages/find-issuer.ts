import { type AgencyKind, agencyKindOf, ownLevelOf } from '../../domain/agency.ts'
import type { District } from '../../domain/district.ts'
import { districtsWithin, hasChildren } from '../../domain/district-registry.ts'
import {
  ANOTHER_SUBJECT,
  BODY_IN_SENTENCE,
  BRANCH,
  COMPILER,
  CONTACT,
  EVERY_YEAR,
  GOVERNMENT_OFFICE,
  ISSUER_CLOSING,
  ISSUER_MARKS,
  ISSUER_OPENING,
  JOINING,
  LOCAL_NAME,
  NAMES_GOVERNMENT,
  NO_NAME,
  OFFICE_OF_LOCAL,
  OPENING_SENTENCE,
  OTHER_PLACE,
  OWN_BODY,
  PEOPLES_GOVERNMENT,
  SELF_REFERENCE_OPENING,
  TITLE_ENDING,
  WEBSITE,
  WHOLE_SUBJECT,
  ZONE_FIRST,
} from '../../domain/document-words.ts'
import type { Document } from '../document.ts'
import { fromLastMention, mentionIn, resolvePlaces, soleDistrict } from './find-places.ts'
import { findSelfReference } from './find-self-reference.ts'
import type { Title } from './find-title.ts'
import type { Note } from './read-figure.ts'

/** Whose report it is. */
export interface Issuer {
  readonly district: District | null
  /** The divisions that the name fits, when there are several, or one whose body could not be told. */
  readonly candidates: readonly District[]
  readonly agency: Agency | null
}

interface Agency {
  readonly kind: AgencyKind
  readonly name: string
}

/**
 * A text that tells whose report it is: one that names the issuer, one that tells who wrote it or whom to ask (an office does that
 * for its government, too), or one that tells no more than the place.
 */
interface Evidence {
  readonly text: string
  readonly tells: 'ISSUER' | 'OFFICE' | 'PLACE'
}

/**
 * The district and the agency that issue the report. A name that several divisions bear is resolved by the ancestors that the
 * document names, or reported with its candidates; it is never guessed. Nor is a body taken for the government of its district, or
 * a zone or a township for a body of the city that it lies in.
 */
export function findIssuer(document: Document, title: Title | null, note: Note): Issuer {
  const texts = document.lines.map((line) => line.plain).filter((text) => text !== '')
  const context = texts.join('\n')
  const named = issuerIn(title?.text ?? '') || issuerWithoutPlace(texts)
  const isPlaced = mentionIn(named) !== null
  const [raw, at] = [title?.text ?? null, title?.lines[0]?.at ?? null]
  const found = (district: District, agency: Agency): Issuer => ({ district, candidates: [], agency })
  const unknown = (message: string, candidates: readonly District[], agency: Agency | null): Issuer => {
    note({ code: 'district.unknown', message, paths: [], raw, at })
    return { district: null, candidates, agency }
  }

  for (const { text, tells } of evidenceFor(named, texts)) {
    const mention = mentionIn(text)
    if (mention === null) continue
    const fitting = resolvePlaces(mention.candidates, context).flatMap((place) =>
      placesOf(text.slice(mention.end), place),
    )
    const [district] = fitting
    if (district === undefined || fitting.length > 1) {
      const names = fitting.map(({ code, fullName }) => `${fullName} (${code})`).join(', ')
      const message = `Expected the name of one district, got one that fits ${fitting.length}: ${names}. Give its code.`
      note({ code: 'district.ambiguous', message, paths: [], raw: text, at })
      return { district: null, candidates: fitting, agency: unplaced(named || text) }
    }
    // A title that names a body but no district (市场监督管理局) is still the title: the district comes from elsewhere.
    if (named !== '' && !isPlaced) {
      if (isOfCity(named, district) || !isOfLevel(named, district)) continue
      return found(district, agencyOf(named, district, context))
    }
    const body = text.slice(mention.end)
    if (isOfCity(body, district)) {
      const message = `Expected the name of a district of GB/T 2260, got "${text}": a place in ${district.fullName} that the registry does not have. Give the code of its district.`
      return unknown(message, [], unplaced(bodyNamed(text, mention) ?? text.slice(mention.start)))
    }
    if (text === named) return found(district, agencyOf(named, district, context))
    const agency = agencyInSentence(text, mention, district, tells, context)
    if (agency.kind !== 'GOVERNMENT' || !OWN_BODY.test(context)) return found(district, agency)
    const own = ownBody(evidenceFor(named, texts), district)
    if (own !== null) return found(district, own)
    const message = `Expected the name of the body that issues the report, got that of its place only, ${district.fullName} (${district.code}). Send the report with its title.`
    return unknown(message, [district], null)
  }

  const sole = named !== '' && ZONE_FIRST.test(named) ? null : soleDistrict(texts)
  if (sole !== null && (named === '' ? !OWN_BODY.test(context) : isOfLevel(named, sole))) {
    const message = `Expected the name of a district in the title; found none. ${sole.fullName}, the only one that the text speaks of, was taken.`
    note({ code: 'district.inferred', message, paths: [], raw, at })
    return found(sole, named === '' ? governmentOf(sole, context) : agencyOf(named, sole, context))
  }
  const message = 'Expected the name of a district of GB/T 2260 in the title; found none. Give its code.'
  return unknown(message, [], unplaced(named))
}

/** The body that a text names where its district is not known. */
function unplaced(name: string): Agency | null {
  if (name === '') return null
  const kind = agencyKindOf(name, null)
  return { kind, name: kind === 'GOVERNMENT' && !NAMES_GOVERNMENT.test(name) ? `${name}${PEOPLES_GOVERNMENT}` : name }
}

/** The place of a body: its district's, or, where it is the branch of a city's bureau, that of the branch. */
function placesOf(body: string, district: District): readonly District[] {
  const branch = BRANCH.exec(body)?.[2]
  const within = branch === undefined ? [] : districtsWithin(district, branch)
  return within.length > 0 ? within : [district]
}

/** What a title says before its subject, without the year. */
function issuerIn(title: string): string {
  const issuer = title.replace(TITLE_ENDING, '')
  const subject = issuer.search(WHOLE_SUBJECT)
  const named = (subject < 0 ? issuer : issuer.slice(0, subject)).replaceAll(EVERY_YEAR, '')
  const body = named.replace(ANOTHER_SUBJECT, '')
  return withoutYears(JOINING.test(body) ? (BODY_IN_SENTENCE.exec(body)?.[0] ?? body) : body)
}

const withoutYears = (text: string) =>
  text.replaceAll(EVERY_YEAR, '').replace(ISSUER_OPENING, '').replace(ISSUER_CLOSING, '').replaceAll(ISSUER_MARKS, '')

/**
 * 现公开区人民政府办公室2024年…: the body of a sentence that says what the document is, where it names no place; or the zone, the
 * street or the township that wrote the report or answers for it.
 */
function issuerWithoutPlace(texts: readonly string[]): string {
  for (const text of texts) {
    const sentence = findSelfReference(text)?.before
    if (sentence === undefined) continue
    if (mentionIn(sentence) !== null) return ''
    const issuer = withoutYears(sentence.replace(SELF_REFERENCE_OPENING, ''))
    if (BODY_IN_SENTENCE.exec(issuer)?.[0] === issuer && !OWN_BODY.test(issuer)) return issuer
  }
  for (const text of texts.slice(0, PREFACE_LINES)) {
    const match = (COMPILER.exec(text) ?? CONTACT.exec(text) ?? OPENING_SENTENCE.exec(text))?.[1] ?? ''
    const named = mentionIn(match) === null ? BODY_IN_SENTENCE.exec(match)?.[0] : undefined
    const body = named?.replace(OFFICE_OF_LOCAL, '')
    if (body !== undefined && !NO_NAME.test(body) && (ZONE_FIRST.test(body) || isLocal(agencyKindOf(body, null))))
      return body
  }
  return ''
}

const isLocal = (kind: AgencyKind) => kind === 'STREET' || kind === 'TOWNSHIP'

/** What may tell the issuer, the surest first: what the title names. Most reports are known by that, and the others are read through for more. */
function* evidenceFor(named: string, texts: readonly string[]): Generator<Evidence> {
  yield { text: named, tells: 'ISSUER' }
  yield* placesBefore(mentionIn(named) === null ? named : '', texts)
  yield* textsThatTell(texts)
}

/** 微山县两城镇…: the place before the name of a street or a township that the report names without it. */
function* placesBefore(named: string, texts: readonly string[]): Generator<Evidence> {
  const local = LOCAL_NAME.exec(named)?.[0]
  if (local === undefined) return
  for (const text of texts) {
    for (let at = text.indexOf(local); at >= 0; at = text.indexOf(local, at + 1)) {
      const before = fromLastMention(text.slice(Math.max(0, at - LONGEST_PLACE), at))
      if (mentionIn(before)?.end === before.length) yield { text: before, tells: 'PLACE' }
    }
  }
}

/** 莆田市城厢区, with a province before it. */
const LONGEST_PLACE = 30

/** Lines at the top that say how the report came about. */
const PREFACE_LINES = 20
/** Lines at the top in which a heading of some kind may name the district. */
const TOP_LINES = 8
const LONGEST_HEADING = 40

/**
 * What else tells the issuer, the surest first: the sentence that says what the document is, who wrote it and whom to ask, the
 * sentence that opens a chapter, the line that signs it, a short line at its top, the website that publishes it.
 */
function* textsThatTell(texts: readonly string[]): Generator<Evidence> {
  for (const text of texts) {
    const match = findSelfReference(text)?.before
    // 领导小组办公室编制了清江浦区人民政府2021年度…: what stands next to the year is meant.
    if (match !== undefined) yield { text: fromLastMention(withoutYears(match)), tells: 'ISSUER' }
  }
  for (const pattern of [COMPILER, CONTACT]) {
    for (const text of texts.slice(0, PREFACE_LINES)) {
      const match = pattern.exec(text)?.[1]
      if (match !== undefined) yield { text: match, tells: 'OFFICE' }
    }
  }
  for (const text of texts.slice(0, PREFACE_LINES)) {
    const match = OPENING_SENTENCE.exec(text)?.[1]
    if (match !== undefined && mentionIn(match)?.start === 0) yield { text: match, tells: 'ISSUER' }
  }
  for (const text of texts.filter((line) => line.length <= LONGEST_HEADING && line.endsWith(PEOPLES_GOVERNMENT))) {
    yield { text, tells: 'ISSUER' }
  }
  for (const text of texts.slice(0, TOP_LINES)) {
    if (text.length <= LONGEST_HEADING && !text.includes('。')) yield { text, tells: 'ISSUER' }
  }
  for (const text of texts) {
    const match = WEBSITE.exec(text)?.[1]
    if (match !== undefined) yield { text: match, tells: 'PLACE' }
  }
}

/** Whether a body belongs to a part of a city that the registry does not tell: a zone, a township, another division. */
function isOfCity(body: string, district: District): boolean {
  if (district.level === 'COUNTY') return false
  if (OTHER_PLACE.test(body) || ZONE_FIRST.test(body)) return true
  return isLocal(agencyKindOf(body, null)) && hasChildren(district)
}

/** Whether a body that is named by its level, 区财政局, can be the district's. */
function isOfLevel(body: string, district: District): boolean {
  const level = ownLevelOf(body)
  return level === null || district.name.endsWith(level)
}

/** The body that a title names; a district's government, under its full name, when it names none. */
function agencyOf(text: string, district: District, context: string): Agency {
  const kind = agencyKindOf(text, district)
  return kind === 'GOVERNMENT' ? governmentOf(district, context) : { kind, name: text }
}

/** The body whose name begins a sentence. An office that wrote the report, or answers for it, did so for its government. */
function agencyInSentence(
  text: string,
  mention: { readonly start: number; readonly end: number },
  district: District,
  tells: Evidence['tells'],
  context: string,
): Agency {
  const name = tells === 'PLACE' ? null : bodyNamed(text, mention)
  if (name === null) return governmentOf(district, context)
  const kind = agencyKindOf(name, district)
  return kind === 'GOVERNMENT' || (kind === 'DEPARTMENT' && tells === 'OFFICE')
    ? governmentOf(district, context)
    : { kind, name }
}

function bodyNamed(text: string, { start, end }: { readonly start: number; readonly end: number }): string | null {
  const behind = text.slice(end)
  const body = (BRANCH.exec(behind) ?? BODY_IN_SENTENCE.exec(behind))?.[0]
  return body === undefined || NO_NAME.test(body) ? null : text.slice(start, end) + body
}

/** The body that speaks of itself as 我局, where one of its kind wrote the report or answers for it. */
function ownBody(evidence: Iterable<Evidence>, district: District): Agency | null {
  for (const { text, tells } of evidence) {
    const mention = tells === 'OFFICE' ? mentionIn(text) : null
    const name = mention === null ? null : bodyNamed(text, mention)
    const kind = name === null ? 'GOVERNMENT' : agencyKindOf(name, district)
    if (name !== null && kind !== 'GOVERNMENT' && mention?.candidates.includes(district)) return { kind, name }
  }
  return null
}

/** The government under its name as the document prints it; where it does not, under the district's name with 人民政府. */
function governmentOf(district: District, context: string): Agency {
  const full = `${district.fullName}${PEOPLES_GOVERNMENT}`
  const short = `${district.name}${PEOPLES_GOVERNMENT}`
  const printed = context
    .split(short)
    .slice(1)
    .some((behind) => !GOVERNMENT_OFFICE.test(behind))
  return { kind: 'GOVERNMENT', name: printed && !context.includes(full) ? short : full }
}
