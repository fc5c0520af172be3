import type { Direction, Sorted, SortKey } from '../store/sort-order.ts'

/** An entry of `orderBy`: one key, through as many relations as there are. */
export interface OrderEntry {
  readonly [name: string]: Direction | OrderEntry | undefined
}

type NameOf<Entry> = Entry extends unknown ? keyof Entry : never

/** A sort key of the store for every one that an entry may name. */
export type KeysFor<Entry> = {
  readonly [Name in NameOf<Entry>]: Name extends keyof Entry
    ? Exclude<Entry[Name], undefined> extends Direction
      ? SortKey
      : KeysFor<Exclude<Entry[Name], undefined>>
    : never
}

/** The keys of the store that are asked for, in the order in which they are. */
export function sortedBy<Entry extends object>(
  orderBy: readonly Entry[] | null | undefined,
  keys: KeysFor<Entry>,
): Sorted[] {
  return (orderBy ?? []).flatMap((entry) => sorted(entry as OrderEntry, keys as Keys))
}

interface Keys {
  readonly [name: string]: SortKey | Keys
}

function sorted(entry: OrderEntry, keys: Keys): Sorted[] {
  return Object.entries(entry).flatMap(([name, asked]) => {
    const key = keys[name]
    if (asked === undefined || key === undefined) return []
    return typeof asked === 'string' ? { key: key as SortKey, direction: asked } : sorted(asked, key as Keys)
  })
}
