import {
  FROM_TO,
  ITEM_NUMBER,
  ITSELF_IN_BRACKETS,
  NAME_ENDING,
  OTHER_YEAR,
  RELATIVE_YEARS,
  THIS_YEAR,
  YEAR_AT_BEGINNING,
  YEAR_OF_CLAIM,
} from '../../domain/claim-words.ts'
import { END_OF_COUNT, SPELT_COUNT, THOUSANDS } from '../../domain/sentence-numbers.ts'
import { readLooseNumber } from './read-loose-number.ts'

/** The names of the issuer, longest first, also as a report shortens them: 大兴区司法局 is 区司法局, 司法局. */
export function ownNames(names: readonly string[]): string[] {
  const within = names.flatMap((name) =>
    names.filter((place) => name !== place && name.startsWith(place)).map((place) => name.slice(place.length - 1)),
  )
  const full = [...names, ...within, ...within.map((name) => name.slice(1))]
  const short = full.map((name) => name.replace(NAME_ENDING, ''))
  return [...new Set([...full, ...short])].filter((name) => name.length > 2).sort((a, b) => b.length - a.length)
}

/** The words of a sentence in plain text, without the issuer's name, with years by their distance: null when it begins with another year. */
export function foldWords(plain: string, year: number | null, names: readonly string[]): string | null {
  const printed = plain.replace(THOUSANDS, '$1')
  const first = YEAR_AT_BEGINNING.exec(printed)?.[1]
  if (year !== null && first !== undefined && Number(first) !== year) return null
  const relative = printed.replace(YEAR_OF_CLAIM, (_, digits: string) => {
    return RELATIVE_YEARS.get(year === null ? 0 : Number(digits) - year) ?? OTHER_YEAR
  })
  return names
    .reduce((words, name) => words.replaceAll(name, ''), relative)
    .replace(ITEM_NUMBER, '')
    .replace(ITSELF_IN_BRACKETS, '')
    .replace(FROM_TO, THIS_YEAR)
    .replace(SPELT_COUNT, spelt)
    .replace(END_OF_COUNT, '$1,')
}

/** 十二 → 12. */
function spelt(numeral: string): string {
  const read = readLooseNumber(numeral, false)
  return read?.kind === 'CONVERTED' ? read.value : numeral
}
