import { CHARACTER_DRESSES } from './character-dresses.ts'
import type { Dress } from './dress.ts'
import { HEAD_DRESSES } from './head-dresses.ts'
import { LABEL_DRESSES } from './label-dresses.ts'
import { NUMBER_DRESSES } from './number-dresses.ts'
import { PAGE_DRESSES } from './page-dresses.ts'
import { PART_DRESSES } from './part-dresses.ts'

/** Everything that publishing does to whole tables. */
export const DRESSES = {
  ...LABEL_DRESSES,
  ...HEAD_DRESSES,
  ...PAGE_DRESSES,
  ...PART_DRESSES,
  ...NUMBER_DRESSES,
  ...CHARACTER_DRESSES,
} as const satisfies Record<string, Dress>

export type DressName = keyof typeof DRESSES
export const DRESS_NAMES = Object.keys(DRESSES) as DressName[]
