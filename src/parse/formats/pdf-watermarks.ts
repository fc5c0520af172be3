import type { PageContent, Word } from './pdf-page.ts'

/** Watermarks are set so much larger than the text. */
const LARGER = 1.8
/** In points: they stand at the same place on every page. */
const SAME_PLACE = 2

/** Pages without the large words that stand at one place on all of them, across whatever else is printed there. */
export function withoutWatermarks(pages: readonly PageContent[]): PageContent[] {
  const [first, ...others] = pages.filter(({ words }) => words.length > 0)
  if (first === undefined || others.length === 0) return [...pages]
  const sizes = pages.flatMap(({ words }) => words.map(({ size }) => size)).toSorted((one, other) => one - other)
  const least = LARGER * (sizes[Math.floor(sizes.length / 2)] ?? 0)
  const marks = first.words.filter(
    (word) => word.size >= least && others.every(({ words }) => words.some((other) => isSame(other, word))),
  )
  if (marks.length === 0) return [...pages]
  return pages.map((page) => ({
    ...page,
    words: page.words.filter((word) => !marks.some((mark) => isSame(mark, word))),
  }))
}

function isSame(one: Word, other: Word): boolean {
  return (
    one.text === other.text &&
    Math.abs(one.box.left - other.box.left) <= SAME_PLACE &&
    Math.abs(one.box.top - other.box.top) <= SAME_PLACE
  )
}
