/**
 * A letter or digit with what is joined to it; a point or a comma between digits is part of their number. Radicals (⽂), which texts out
 * of PDF files have for characters, are symbols to Unicode.
 */
const WORD = /[\p{L}\p{N}\u2E80-\u2FDF](?:[\p{L}\p{N}\p{M}\u2E80-\u2FDF]|(?<=\p{Nd})[.．,](?=\p{Nd}))*/gu
/** What stands between quotation marks, of one kind or another; or what stands before the next of them. */
const QUOTED_OR_NOT = /["＂]([^"＂]*)["＂]|“([^“”]*)”|「([^「」]*)」|[^"＂“「]+|["＂“「]/gu

/**
 * What is searched for: each word, and the words of each quotation as one entry, parted by single spaces. White space, punctuation and
 * symbols part words and are not searched for, so that none of them means anything. Each entry once, as it was written first.
 */
export function searchWords(query: string): string[] {
  const entries = Array.from(query.matchAll(QUOTED_OR_NOT), ([text, ...quoted]) => {
    const quotation = quoted.find((part) => part !== undefined)
    const words = (quotation ?? text).match(WORD) ?? []
    return quotation === undefined || words.length === 0 ? words : [words.join(' ')]
  })
  return [...new Set(entries.flat())]
}
