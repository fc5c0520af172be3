// Fonts that are not embedded name their encoding, and readers of PDF bring the maps of the encodings: megabytes that the library
// leaves out. The encodings of Chinese are those that text has, so that the maps can be made from what the runtime decodes.

/** A collection of characters: its own numbers ("CIDs") for characters, of which widths in a font speak. */
interface Collection {
  /** Where its runs of ASCII from the space to the tilde begin: set in proportion, and in halves of a square. */
  readonly ascii: { readonly proportional: number; readonly half: number }
}

const COLLECTIONS: Readonly<Record<string, Collection>> = {
  GB1: { ascii: { proportional: 1, half: 814 } },
  CNS1: { ascii: { proportional: 1, half: 13_648 } },
}

interface Encoding {
  readonly collection: string
  readonly decodes: 'gb18030' | 'big5' | 'utf-16be'
  readonly ascii: keyof Collection['ascii']
}

const ENCODINGS: Readonly<Record<string, Encoding>> = {
  'GB-EUC': { collection: 'GB1', decodes: 'gb18030', ascii: 'half' },
  'GBpc-EUC': { collection: 'GB1', decodes: 'gb18030', ascii: 'proportional' },
  'GBK-EUC': { collection: 'GB1', decodes: 'gb18030', ascii: 'half' },
  'GBKp-EUC': { collection: 'GB1', decodes: 'gb18030', ascii: 'proportional' },
  GBK2K: { collection: 'GB1', decodes: 'gb18030', ascii: 'half' },
  'UniGB-UCS2': { collection: 'GB1', decodes: 'utf-16be', ascii: 'proportional' },
  'UniGB-UTF16': { collection: 'GB1', decodes: 'utf-16be', ascii: 'proportional' },
  B5pc: { collection: 'CNS1', decodes: 'big5', ascii: 'proportional' },
  'ETen-B5': { collection: 'CNS1', decodes: 'big5', ascii: 'half' },
  'ETenms-B5': { collection: 'CNS1', decodes: 'big5', ascii: 'proportional' },
  'HKscs-B5': { collection: 'CNS1', decodes: 'big5', ascii: 'proportional' },
  'UniCNS-UCS2': { collection: 'CNS1', decodes: 'utf-16be', ascii: 'proportional' },
  'UniCNS-UTF16': { collection: 'CNS1', decodes: 'utf-16be', ascii: 'proportional' },
}

/**
 * The characters that get numbers here, in runs, and the number of the first. All are higher than those that the collections give, so
 * that a font which uses the collection's own numbers is never read by these.
 */
const FIRST_NUMBER = 31_000
const RUNS: readonly (readonly [from: number, to: number])[] = [
  [0xa0, 0x4ff],
  [0x2000, 0x33ff],
  [0x4e00, 0x9fff],
  [0xf900, 0xfaff],
  [0xfe30, 0xffef],
]

const SPACE = 0x20
const TILDE = 0x7e

/** What the library asks for the maps of encodings, by their names in PDF files: `GBK-EUC-H`, `Adobe-GB1-UCS2`. */
export class CharacterMaps {
  async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    const map = characterMap(filename)
    if (map === null) throw new Error(`Expected the name of a Chinese encoding, got ${filename}. Its text is not read.`)
    return new TextEncoder().encode(map)
  }
}

/** A map in the language of PDF; null where the name is of no Chinese encoding. */
export function characterMap(name: string): string | null {
  const collection = COLLECTIONS[/^Adobe-(\w+)-UCS2$/.exec(name)?.[1] ?? '']
  if (collection !== undefined) return mapToUnicode(collection)
  const [, base = '', direction] = /^(.+)-([HV])$/.exec(name) ?? []
  const encoding = ENCODINGS[base]
  return encoding === undefined ? null : mapOfEncoding(encoding, direction === 'V')
}

const hex = (number: number, digits = 4) => `<${number.toString(16).padStart(digits, '0')}>`

/** From the numbers of a collection to Unicode. */
function mapToUnicode({ ascii }: Collection): string {
  const last = TILDE - SPACE
  const runs = [ascii.proportional, ascii.half].map((first) => `${hex(first)} ${hex(first + last)} ${hex(SPACE)}`)
  for (const [from, to] of RUNS) {
    const first = numberOf(from) ?? 0
    runs.push(`${hex(first)} ${hex(first + to - from)} ${hex(from)}`)
  }
  return `begincmap\n1 begincodespacerange <0000> <ffff> endcodespacerange\n${runs.length} beginbfrange\n${runs.join('\n')}\nendbfrange\nendcmap`
}

function mapOfEncoding({ collection, decodes, ascii }: Encoding, isVertical: boolean): string {
  const firstOfAscii = COLLECTIONS[collection]?.ascii[ascii] ?? 1
  const isUnicode = decodes === 'utf-16be'
  const digits = isUnicode ? 4 : 2
  const spaces = isUnicode ? '<0000> <ffff>' : '<00> <80> <8140> <fefe>'
  const codes = isUnicode ? RUNS.map(([from, to]) => [from, to, numberOf(from) ?? 0] as const) : doubleBytes(decodes)
  const ranges = [[SPACE, TILDE, firstOfAscii] as const]
    .map(([from, to, number]) => `${hex(from, digits)} ${hex(to, digits)} ${number}`)
    .concat(codes.map(([from, to, number]) => `${hex(from)} ${hex(to)} ${number}`))
  return [
    `begincmap\n/WMode ${isVertical ? 1 : 0} def`,
    `1 begincodespacerange ${spaces} endcodespacerange`,
    `${ranges.length} begincidrange\n${ranges.join('\n')}\nendcidrange\nendcmap`,
  ].join('\n')
}

/** The codes of two bytes that stand for a character, each as a run of its own. */
function doubleBytes(encoding: string): (readonly [from: number, to: number, number: number])[] {
  const decoder = new TextDecoder(encoding)
  const codes: (readonly [number, number, number])[] = []
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const text = decoder.decode(Uint8Array.of(lead, trail))
      const number = text.length === 1 ? numberOf(text.charCodeAt(0)) : null
      const code = lead * 256 + trail
      if (number !== null) codes.push([code, code, number])
    }
  }
  return codes
}

function numberOf(character: number): number | null {
  let number = FIRST_NUMBER
  for (const [from, to] of RUNS) {
    if (character >= from && character <= to) return number + character - from
    number += to - from + 1
  }
  return null
}
