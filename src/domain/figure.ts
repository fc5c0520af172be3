import type { Locator } from './locator.ts'
import type { SnippetRange } from './snippet.ts'

/** A figure is stated, or its cell is blank (empty, a dash, a slash, 无), or it cannot be read. None of the three is zero. */
export const FIGURE_STATES = {
  STATED: { label: '已填写', labelEn: 'Stated' },
  BLANK: { label: '空白', labelEn: 'Blank' },
  UNREADABLE: { label: '无法辨认', labelEn: 'Unreadable' },
} as const

export type FigureState = keyof typeof FIGURE_STATES

/** One cell as printed. */
export interface Figure {
  readonly state: FigureState
  /**
   * The number in plain decimal digits (`-15`, `28130.0902`): at most four places and fifteen digits, in the form's unit. Null
   * unless the state is STATED.
   */
  readonly value: string | null
  /** The text of the cell, untouched. */
  readonly raw: string
  /** Where it is printed; null when the figure came as structured data without a place. */
  readonly at: Locator | null
  /** The cell within its row as printed; absent when the figure came as structured data without it. */
  readonly snippet?: SnippetRange
}
