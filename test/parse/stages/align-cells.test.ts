import { describe, expect, it } from 'vitest'
import { alignCells, asItStands, type Columns } from '../../../src/parse/stages/align-cells.ts'

const SEVEN: Columns = { width: 7, identities: [{ parts: [0, 1, 2, 3, 4, 5], total: 6 }] }
const cells = (row: string) =>
  row.split(' ').map((text, index) => ({
    text: text === '_' ? '' : text,
    plain: text === '_' ? '' : text,
    at: { kind: 'TEXT', line: 1, column: index + 1 } as const,
    line: 1,
  }))
const aligned = (row: string, columns: Columns = SEVEN, losesCells = false) =>
  alignCells(cells(row), columns, losesCells)
    .map((cell) => cell?.text ?? '?')
    .join(' ')

describe('alignCells', () => {
  it('takes a row of seven as it is, even when it does not add up', () => {
    expect(aligned('1 2 3 0 0 0 7')).toBe('1 2 3 0 0 0 7')
  })

  it('leaves out one of eight only where it makes no difference which', () => {
    expect(aligned('13 0 0 0 0 0 0 13')).toBe('13 0 0 0 0 0 13')
  })

  it('takes no neighbour for a cell that may be blank, though the sum would allow it', () => {
    expect(aligned('3 2 0 0 0 5')).toBe('? ? ? ? ? ? ?')
    expect(aligned('0 0 0 0 6 0')).toBe('? ? ? ? ? ? ?')
  })

  it('gives the zeros that a table has surely lost', () => {
    expect(aligned('3 2 0 0 0 5', SEVEN, true)).toBe('? ? ? 0 0 ? ?')
  })

  it('lets the other rows decide: no value above the total of its column', () => {
    const onlyPersons: Columns = { ...SEVEN, fits: (column, value) => value <= ([13, 0, 0, 0, 0, 0, 13][column] ?? 0) }
    expect(aligned('10 0 0 0 0 10', onlyPersons)).toBe('10 ? ? ? ? ? 10')
    expect(aligned('10 0 0 0 0 10', onlyPersons, true)).toBe('10 0 0 0 0 0 10')
  })

  it('finds the block with the blank cell by the sums of the others, and leaves it out', () => {
    const blocks: Columns = {
      width: 6,
      identities: [
        { parts: [0, 1], total: 2 },
        { parts: [3, 4], total: 5 },
      ],
    }
    expect(aligned('4 6 1 2 3', blocks)).toBe('? ? ? 1 2 3')
    expect(aligned('4 6 1 2 4', blocks)).toBe('? ? ? ? ? ?')
  })

  it('works nothing out where the printed arithmetic is broken', () => {
    expect(aligned('5 0 0 0 0 0 8 9')).toBe('? ? ? ? ? ? ?')
    expect(aligned('0 0 0 27 0 6 3 3')).toBe('? ? ? ? ? ? ?')
  })

  it('gives a row up that is three cells short', () => {
    expect(aligned('1 0 0 1')).toBe('? ? ? ? ? ? ?')
  })

  it('never assigns a column that no reading prints', () => {
    const two: Columns = { width: 2, identities: [] }
    expect(aligned('4', two)).toBe('? ?')
  })
})

describe('asItStands', () => {
  it('lets empty cells hold their columns open when the sum agrees', () => {
    expect(asItStands(cells('4 _ _ _ _ 1 5'), SEVEN, false)).toHaveLength(7)
  })

  it('does not when it disagrees, or when cells are missing', () => {
    expect(asItStands(cells('4 _ _ _ _ 2 5'), SEVEN, false)).toBeNull()
    expect(asItStands(cells('4 _ _ 1 5'), SEVEN, false)).toBeNull()
  })

  it('in a row of a real table they do so even when the printed sum is wrong', () => {
    expect(asItStands(cells('4 _ _ _ _ 2 5'), SEVEN, true)).toHaveLength(7)
  })
})
