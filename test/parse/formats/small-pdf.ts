/** A PDF file of one page, written by hand: what its page draws, and what else the page and the file have. */
export interface SmallPdf {
  readonly content: string
  readonly resources?: string
  /** Objects from the fifth on. */
  readonly objects?: readonly string[]
  readonly trailer?: string
  readonly pages?: number
}

export function smallPdf({ content, resources = '<<>>', objects = [], trailer = '', pages = 1 }: SmallPdf): Uint8Array {
  const page = `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources ${resources}>>`
  const first = 5 + objects.length
  const more = Array.from({ length: pages - 1 }, (_, index) => first + index)
  const kids = [3, ...more].map((number) => `${number} 0 R`).join(' ')
  const all = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pages}>>`,
    page,
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    ...objects,
    ...more.map(() => page),
  ]
  let text = '%PDF-1.4\n'
  const places = all.map((object, index) => {
    const place = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const start = text.length
  text += `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${table}`
  text += `trailer<</Size ${all.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF`
  return new TextEncoder().encode(text)
}

/** A font for Latin text, as resources and objects of a small PDF file. */
export const LATIN = {
  resources: '<</Font<</F 5 0 R>>>>',
  objects: ['<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>'],
} as const

/** Draws a text with its baseline at a place counted from the lower left corner. */
export const show = (text: string, x: number, y: number, size = 12) => `BT /F ${size} Tf ${x} ${y} Td (${text}) Tj ET`
