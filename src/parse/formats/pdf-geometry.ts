/** A stretch of a page in points (1/72 inch), from its top left corner. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** [a, b, c, d, e, f] as in PDF: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number]

export function matrixOf(numbers: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers
  return [a, b, c, d, e, f]
}

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [g, h, i, j, k, l] = inner
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f]
}

/** The smallest box around all of them. */
export function boxAround(boxes: readonly Box[]): Box {
  return boxes.reduce((whole, box) => ({
    left: Math.min(whole.left, box.left),
    top: Math.min(whole.top, box.top),
    right: Math.max(whole.right, box.right),
    bottom: Math.max(whole.bottom, box.bottom),
  }))
}

export const middleOf = ({ top, bottom }: Box): number => (top + bottom) / 2
export const centreOf = ({ left, right }: Box): number => (left + right) / 2

/** How much of the lower of two boxes stands beside the other, from 0 to 1. */
export function beside(one: Box, other: Box): number {
  const shared = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
  return shared / Math.max(0.01, Math.min(one.bottom - one.top, other.bottom - other.top))
}
