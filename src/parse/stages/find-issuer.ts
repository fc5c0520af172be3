import { type AgencyKind, agencyKindOf } from '../../domain/agency.ts'
import type { District } from '../../domain/district.ts'
import { ancestorsOf, districtsNamed, LONGEST_DISTRICT_NAME } from '../../domain/district-registry.ts'
import {
  GOVERNMENT,
  GOVERNMENT_OFFICE,
  ISSUER_ENDING,
  ISSUER_NOISE,
  PEOPLES_GOVERNMENT,
  SELF_REFERENCE,
  TITLE_ENDING,
  WEBSITE,
  YEAR,
} from '../../domain/document-words.ts'
import type { Document } from '../document.ts'
import type { Title } from './find-title.ts'
import type { Note } from './read-figure.ts'

/** Whose report it is. */
export interface Issuer {
  readonly district: District | null
  /** The divisions that the name fits, when there are several. */
  readonly candidates: readonly District[]
  readonly agency: { readonly kind: AgencyKind; readonly name: string } | null
}

/** The divisions that a place in a text can mean, and where its name ends. */
interface Mention {
  readonly candidates: readonly District[]
  readonly end: number
}

/**
 * The district and the agency that issue the report. A name that several divisions bear is resolved by the ancestors that the
 * document names, or reported with its candidates; it is never guessed.
 */
export function findIssuer(document: Document, title: Title | null, note: Note): Issuer {
  const context = document.lines.map((line) => line.plain).join('\n')
  const at = title?.lines[0]?.at ?? null
  const named = title === null ? '' : issuerIn(title.text)
  for (const text of [named, ...textsThatTell(document)]) {
    const mention = mentionIn(text)
    if (mention === null) continue
    const fitting = resolve(mention.candidates, context)
    const [district] = fitting
    if (district !== undefined && fitting.length === 1) {
      // A title that names a body but no district (市场监督管理局) is still the title: the district comes from elsewhere.
      const body = named !== '' && !GOVERNMENT.test(named) ? named : text
      return { district, candidates: [], agency: agencyOf(body, district, context) }
    }
    const names = fitting.map(({ code, fullName }) => `${fullName} (${code})`).join(', ')
    const message = `Expected the name of one district, got one that fits ${fitting.length}: ${names}. Give its code.`
    note({ code: 'district.ambiguous', message, paths: [], raw: text, at })
    return { district: null, candidates: fitting, agency: unplaced(named || text) }
  }
  const message = 'Expected the name of a district of GB/T 2260 in the title; found none. Give its code.'
  note({ code: 'district.unknown', message, paths: [], raw: title?.text ?? null, at })
  return { district: null, candidates: [], agency: unplaced(named) }
}

/** The body that a title names where its district is not known. */
function unplaced(name: string): Issuer['agency'] {
  return name === '' ? null : { kind: agencyKindOf(name, null), name }
}

const issuerIn = (title: string) => title.replace(TITLE_ENDING, '').replace(YEAR, '').replace(ISSUER_NOISE, '')

/** Lines at the top in which a heading of some kind may name the district. */
const TOP_LINES = 8
const LONGEST_HEADING = 40

/**
 * What else tells the issuer, the surest first: the sentence that says what the document is, the line that signs it, a short line at
 * its top, the website that publishes it.
 */
function* textsThatTell({ lines }: Document): Generator<string> {
  const texts = lines.map((line) => line.plain).filter((text) => text !== '')
  for (const text of texts) {
    const match = SELF_REFERENCE.exec(text)?.[1]
    // 领导小组办公室编制了清江浦区人民政府2021年度…: what stands next to the year is meant.
    if (match !== undefined) yield fromLastMention(match.replace(YEAR, '').replace(ISSUER_NOISE, ''))
  }
  yield* texts.filter((text) => text.length <= LONGEST_HEADING && text.endsWith(PEOPLES_GOVERNMENT))
  yield* texts.slice(0, TOP_LINES).filter((text) => text.length <= LONGEST_HEADING && !text.includes('。'))
  for (const text of texts) {
    const match = WEBSITE.exec(text)?.[1]
    if (match !== undefined) yield match
  }
}

/** The deepest division that the text names first: 江苏省淮安市洪泽区人民政府 → 洪泽区, under what stands before it. */
function mentionIn(text: string): Mention | null {
  for (let start = 0; start < text.length; start += 1) {
    const mention = nameAt(text, start)
    if (mention !== null) return deepest(text, mention)
  }
  return null
}

/** The text from the division on that it names last. */
function fromLastMention(text: string): string {
  let last = text
  for (let start = 0; start < text.length; start += 1) {
    const mention = nameAt(text, start)
    if (mention === null) continue
    last = text.slice(start)
    start = deepest(text, mention).end - 1
  }
  return last
}

function deepest(text: string, mention: Mention): Mention {
  const next = nameAt(text, mention.end)
  if (next === null) return mention
  const above = new Set(mention.candidates.map(({ code }) => code))
  const within = next.candidates.filter((district) => ancestorsOf(district).some(({ code }) => above.has(code)))
  return within.length === 0 ? mention : deepest(text, { candidates: within, end: next.end })
}

function nameAt(text: string, start: number): Mention | null {
  for (let length = Math.min(LONGEST_DISTRICT_NAME, text.length - start); length >= 2; length -= 1) {
    const candidates = districtsNamed(text.slice(start, start + length))
    if (candidates.length > 0) return { candidates, end: start + length }
  }
  return null
}

/** Of several divisions of one name: those whose ancestors the document names, the present ones before the abolished ones. */
function resolve(candidates: readonly District[], context: string): readonly District[] {
  if (candidates.length <= 1) return candidates
  const mentioned = candidates.filter((district) => ancestorsOf(district).some(({ name }) => context.includes(name)))
  const fitting = mentioned.length > 0 ? mentioned : candidates
  const inFull = fitting.filter(({ fullName }) => context.includes(fullName))
  const best = fitting.length > 1 && inFull.length > 0 ? inFull : fitting
  const present = best.filter(({ current }) => current)
  return present.length > 0 ? present : best
}

/** The body that the text names; a district's government, under its full name, when it names none. */
function agencyOf(text: string, district: District, context: string): NonNullable<Issuer['agency']> {
  const kind = ISSUER_ENDING.test(text) ? agencyKindOf(text, district) : 'GOVERNMENT'
  return { kind, name: kind === 'GOVERNMENT' ? governmentName(district, context) : text }
}

/** The government's name as the document prints it; where it does not, the district's name with 人民政府. */
function governmentName(district: District, context: string): string {
  const full = `${district.fullName}${PEOPLES_GOVERNMENT}`
  if (context.includes(full)) return full
  const short = `${district.name}${PEOPLES_GOVERNMENT}`
  const place = context.indexOf(short)
  const printed = place >= 0 && !GOVERNMENT_OFFICE.test(context.slice(place + short.length))
  return printed ? short : full
}
