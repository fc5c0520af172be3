import type { Format } from './format.ts'

const SIGNATURE = '%PDF-'
/** Some programs write other bytes before the signature; readers look for it in the first kilobyte. */
const SEARCHED = 1024

/** PDF files with text. The library is loaded when the first such file comes. */
export const pdf: Format = {
  name: 'PDF',
  match: ({ bytes }) => Buffer.from(bytes.subarray(0, SEARCHED)).includes(SIGNATURE),
  read: async ({ bytes }) => {
    const { readPdf } = await import('./pdf-document.ts')
    return readPdf(bytes)
  },
}
