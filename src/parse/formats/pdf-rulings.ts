import { OPS } from 'unpdf/pdfjs'
import { apply, type Matrix, matrixOf, multiply } from './pdf-geometry.ts'

/** A straight line along an axis: where it stands, and from where to where it runs. */
export interface Ruling {
  readonly at: number
  readonly from: number
  readonly to: number
}

/** The lines that are drawn on a page. */
export interface Rulings {
  readonly across: readonly Ruling[]
  readonly down: readonly Ruling[]
}

/** What the library hands over of a page's drawing. */
export interface Operators {
  readonly fnArray: readonly number[]
  // The arguments of operators are of every kind.
  readonly argsArray: readonly unknown[]
}

/** A filled rectangle that is no thicker is a line. */
const THICKEST = 3
/** A line that leans no more than this runs along an axis. */
const LEAN = 1
/** Lines that stand so close, or leave so small a gap, are one: borders are drawn twice, and cell by cell. */
const SAME_PLACE = 2.5
const GAP = 4
const SHORTEST = 3
/** A page with more lines is a drawing. */
const MOST_RULINGS = 20_000

/** The numbers that code the parts of a path, and how many coordinates each part has. */
const MOVE = 0
const LINE = 1
const COORDINATES: readonly number[] = [2, 2, 6, 4, 0]

const STROKES: ReadonlySet<unknown> = new Set([OPS.stroke, OPS.closeStroke])
const FILLS: ReadonlySet<unknown> = new Set([OPS.fill, OPS.eoFill])
const STROKES_AND_FILLS: ReadonlySet<unknown> = new Set([
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
])
const OPENS: ReadonlySet<number> = new Set([OPS.save, OPS.beginGroup, OPS.paintFormXObjectBegin])
const CLOSES: ReadonlySet<number> = new Set([OPS.restore, OPS.endGroup, OPS.paintFormXObjectEnd])

type Point = readonly [number, number]
type Segment = readonly [Point, Point]

/** The drawing of a page → its horizontal and vertical lines, whether they are stroked or are thin filled rectangles. */
export function rulingsOf({ fnArray, argsArray }: Operators, shown: Matrix): Rulings {
  const across: Ruling[] = []
  const down: Ruling[] = []
  const add = ([[x1, y1], [x2, y2]]: Segment) => {
    if (![x1, y1, x2, y2].every(Number.isFinite)) return
    if (Math.abs(y1 - y2) <= LEAN) across.push({ at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) })
    else if (Math.abs(x1 - x2) <= LEAN) down.push({ at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) })
  }
  let matrix = shown
  const outer: Matrix[] = []
  fnArray.forEach((operator, index) => {
    const args = argsArray[index]
    if (OPENS.has(operator)) outer.push(matrix)
    else if (CLOSES.has(operator)) matrix = outer.pop() ?? shown
    if (operator === OPS.transform) matrix = multiply(matrix, matrixOf(numbersOf(args)))
    else if (operator === OPS.paintFormXObjectBegin) matrix = multiply(matrix, matrixOf(numbersOf(partOf(args, 0))))
    else if (operator === OPS.constructPath && across.length + down.length < MOST_RULINGS) {
      for (const segment of drawnSegments(args, matrix)) add(segment)
    }
  })
  return { across: merge(across), down: merge(down) }
}

/** The straight segments that a path leaves on the page; a path that only clips leaves none. */
function drawnSegments(args: unknown, matrix: Matrix): Segment[] {
  const paint = partOf(args, 0)
  const stroked = STROKES.has(paint) || STROKES_AND_FILLS.has(paint)
  const filled = FILLS.has(paint) || STROKES_AND_FILLS.has(paint)
  if (!stroked && !filled) return []
  const outlines = outlinesOf(numbersOf(partOf(partOf(args, 1), 0)), matrix)
  return outlines.flatMap((points) => [
    ...(stroked ? points.slice(1).map((point, index): Segment => [points[index] ?? point, point]) : []),
    ...(filled ? thinRectangle(points) : []),
  ])
}

/** A path → the outlines it consists of, as points on the page. */
function outlinesOf(path: readonly number[], matrix: Matrix): Point[][] {
  const outlines: Point[][] = []
  let outline: Point[] = []
  for (let place = 0; place < path.length; ) {
    const part = path[place] ?? MOVE
    const coordinates = COORDINATES[part]
    if (coordinates === undefined) break
    if (part === MOVE) {
      outline = []
      outlines.push(outline)
    }
    if (coordinates > 0) {
      const point = apply(matrix, path[place + coordinates - 1] ?? 0, path[place + coordinates] ?? 0)
      // A curve ends the line: its own course is no ruling.
      if (part !== MOVE && part !== LINE) {
        outline = []
        outlines.push(outline)
      }
      outline.push(point)
    } else if (outline[0] !== undefined) outline.push(outline[0])
    place += 1 + coordinates
  }
  return outlines
}

/** The middle line of a filled rectangle that is as thin as a line. */
function thinRectangle(points: readonly Point[]): Segment[] {
  if (points.length < 4 || points.length > 5) return []
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  const [x, y] = [(left + right) / 2, (top + bottom) / 2]
  const [width, height] = [right - left, bottom - top]
  if (height <= THICKEST && width >= height)
    return [
      [
        [left, y],
        [right, y],
      ],
    ]
  return width <= THICKEST
    ? [
        [
          [x, top],
          [x, bottom],
        ],
      ]
    : []
}

/** Pieces of one line → the line. */
function merge(pieces: readonly Ruling[]): Ruling[] {
  const places: { at: number; pieces: Ruling[] }[] = []
  for (const piece of pieces.toSorted((one, other) => one.at - other.at)) {
    const last = places.at(-1)
    if (last !== undefined && piece.at - last.at <= SAME_PLACE) last.pieces.push(piece)
    else places.push({ at: piece.at, pieces: [piece] })
  }
  return places.flatMap((place) => joinPieces(place.at, place.pieces)).filter(({ from, to }) => to - from >= SHORTEST)
}

function joinPieces(at: number, pieces: readonly Ruling[]): Ruling[] {
  const joined: { at: number; from: number; to: number }[] = []
  for (const { from, to } of pieces.toSorted((one, other) => one.from - other.from)) {
    const last = joined.at(-1)
    if (last !== undefined && from - last.to <= GAP) last.to = Math.max(last.to, to)
    else joined.push({ at, from, to })
  }
  return joined
}

function partOf(value: unknown, index: number): unknown {
  return Array.isArray(value) ? value[index] : undefined
}

function numbersOf(value: unknown): readonly number[] {
  if (value instanceof Float32Array || value instanceof Float64Array) return [...value]
  return Array.isArray(value) ? value.filter((part) => typeof part === 'number') : []
}
