import { describe, expect, it } from 'vitest'
import { openKeptLists } from '../../src/store/kept-lists.ts'

const LIST = [{ value: 1 }]
const WHAT = {}

describe('the text of a list', () => {
  it('is made once, and again when something else is asked of the list', () => {
    const kept = openKeptLists(10_000)
    kept.set('list', LIST, 20)
    expect(kept.textOf(LIST, WHAT, () => 'first')).toBe('first')
    expect(kept.textOf(LIST, WHAT, () => 'second')).toBe('first')
    expect(kept.textOf(LIST, {}, () => 'other')).toBe('other')
    expect(kept.textOf(LIST, WHAT, () => 'again')).toBe('again')
    expect(kept.get('list')).toBe(LIST)
  })

  it('is counted with the list, and goes with it', () => {
    const kept = openKeptLists(10_000)
    kept.set('list', LIST, 20)
    const before = kept.bytes
    kept.textOf(LIST, WHAT, () => 'x'.repeat(1_000))
    expect(kept.bytes).toBe(before + 1_000)
    kept.textOf(LIST, {}, () => '字'.repeat(500))
    expect(kept.bytes).toBe(before + 1_500)
    kept.textOf(LIST, WHAT, () => 'x'.repeat(10_000))
    expect(kept.bytes).toBe(0)
    expect(kept.get('list')).toBeUndefined()
    expect(kept.textOf(LIST, WHAT, () => 'no more')).toBeUndefined()
  })

  it('is not kept of a list that is not kept', () => {
    const kept = openKeptLists(10_000)
    kept.set('list', LIST, 20)
    kept.set('list', [{ value: 1 }], 20)
    expect(kept.textOf(LIST, WHAT, () => 'of one that went')).toBeUndefined()
    expect(kept.textOf([], WHAT, () => 'of one that never was')).toBeUndefined()
    const none = openKeptLists(0)
    none.set('list', LIST, 20)
    expect(none.textOf(LIST, WHAT, () => 'of nothing')).toBeUndefined()
  })
})

describe('a text', () => {
  it('is kept by its name, beside lists, and takes its bytes', () => {
    const kept = openKeptLists(3_000)
    kept.set('list', LIST, 20)
    const before = kept.bytes
    kept.setText('text', '字'.repeat(100))
    expect(kept.bytes - before).toBeGreaterThanOrEqual(300)
    expect(kept.text('text')).toBe('字'.repeat(100))
    expect(kept.get('text')).toBeUndefined()
    expect(kept.text('list')).toBeUndefined()
    // Each leaves room for others, and a longer one is not kept.
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) kept.setText(name, 'x'.repeat(300))
    expect(kept.bytes).toBeLessThanOrEqual(3_000)
    expect(kept.get('list')).toBeUndefined()
    kept.setText('long', 'x'.repeat(1_000))
    expect(kept.text('long')).toBeUndefined()
    expect(kept.text('f')).toBe('x'.repeat(300))
  })

  it('takes the bytes of its name, which holds what callers call things', () => {
    const kept = openKeptLists(1_000_000)
    kept.setText('n'.repeat(10_000), '[]')
    expect(kept.bytes).toBeGreaterThan(20_000)
  })

  it('is not kept where nothing is', () => {
    const none = openKeptLists(0)
    none.setText('text', 'x')
    expect(none.text('text')).toBeUndefined()
  })
})
