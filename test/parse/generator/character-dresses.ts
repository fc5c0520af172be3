import { Converter } from 'opencc-js/cn2t'
import { RADICAL_FORMS } from '../../../src/domain/character-forms.ts'
import { oneOf } from './chance.ts'
import type { Dress } from './dress.ts'
import { mapCells, mapText } from './printed-report.ts'

const toTraditional = Converter({ from: 'cn', to: 't' })

const RADICALS = new Map([
  ...Array.from({ length: 0x2fd6 - 0x2f00 }, (_, index) => String.fromCharCode(0x2f00 + index)).map(
    (radical) => [radical.normalize('NFKC'), radical] as const,
  ),
  ...Object.entries(RADICAL_FORMS).map(([radical, character]) => [character, radical] as const),
])

/** The signs of ASCII in their full width: ０ （ ． */
const wide = (text: string) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))

/** What publishing does to the characters of a whole report. */
export const CHARACTER_DRESSES = {
  'traditional characters': (report) => mapText(report, (text) => toTraditional(text)),
  'radicals for characters': (report) =>
    mapText(report, (text) => [...text].map((character) => RADICALS.get(character) ?? character).join('')),
  'half-width brackets': (report) =>
    mapText(report, (text) => text.replace(/[！-～]/g, (sign) => sign.normalize('NFKC')).replace(/[“”]/g, '"')),
  'full-width digits and signs': (report) => mapText(report, wide),
  'spaces in labels': (report, chance) =>
    mapText(report, (text, kind) =>
      kind === 'LABEL' || kind === 'GROUP' || kind === 'HEAD'
        ? [...text].map((character) => (chance(4) === 0 ? `${character} ` : character)).join('')
        : text,
    ),
  'labels spaced out': (report) =>
    mapText(report, (text, kind) => (kind === 'LABEL' && text.length < 10 ? [...text].join(' ') : text)),
  'characters without width': (report, chance) =>
    mapText(report, (text) =>
      [...text]
        .map((character) => (chance(3) === 0 ? character + oneOf(chance, '\u200b', '\ufeff', '\u00ad') : character))
        .join(''),
    ),
  'readings behind characters': (report) =>
    mapText(report, (text, kind) =>
      kind === 'LABEL' ? text.replaceAll('开', '开(kāi)').replaceAll('数', '数（shù）') : text,
    ),
  'spaces around everything': (report, chance) =>
    mapCells(report, (cell) => [
      {
        ...cell,
        text:
          cell.text === '' ? '' : `${oneOf(chance, '', ' ', '\u3000')}${cell.text}${oneOf(chance, '', ' ', '\u00a0')}`,
      },
    ]),
} as const satisfies Record<string, Dress>
