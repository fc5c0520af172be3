import { z } from 'zod'
import type { Stretch } from '../store/sort-order.ts'
import { type CursorOf, placeOf } from './cursor.ts'
import { DEFAULT_PAGE_SIZE } from './relay.ts'

/** The arguments of a connection. */
export interface PageArgs {
  readonly first?: number | null | undefined
  readonly after?: string | null | undefined
  readonly last?: number | null | undefined
  readonly before?: string | null | undefined
}

/**
 * The page that is asked for; how many rows are on it at most.
 * @throws GraphQLError BAD_USER_INPUT when the cursor is none of that list in that order.
 */
export function pageAsked({ first, after, last, before }: PageArgs, cursors: CursorOf): Stretch {
  const isForwards = last == null && before == null
  const cursor = isForwards ? after : before
  return {
    way: isForwards ? 'FORWARDS' : 'BACKWARDS',
    from: cursor == null ? undefined : placeOf(cursors, isForwards ? 'after' : 'before', cursor),
    limit: first ?? last ?? DEFAULT_PAGE_SIZE,
  }
}

const pages = (cursor: (argument: string) => z.ZodType) =>
  z
    .looseObject({ after: cursor('after'), before: cursor('before') })
    .refine(
      ({ first, after, last, before }) => (first ?? after) == null || (last ?? before) == null,
      'Expected a page forwards ("first", "after") or one backwards ("last", "before"), got arguments of both.',
    )

/** The arguments of a list whose cursors name places in its order (`cursor.ts`): a page goes forwards or backwards. */
export const pagesInOrder = pages(() => z.string().nullish())

/** What stands in a cursor of the lists within one row, which the store's client pages: the key at which a page begins or ends. */
const CLIENT_CURSORS = {
  District: /^GPC:S:\d{6}$/,
  Agency: /^GPC:N:\d{1,9}$/,
  Report: /^GPC:T:\["N:\d{1,9}","N:\d{1,4}"\]$/,
  IngestionItem: /^GPC:T:\["S:[0-9a-f-]{36}","N:\d{1,9}"\]$/,
  Revision: /^GPC:T:\["N:\d{1,9}","N:\d{1,4}","N:\d{1,4}"\]$/,
  ReportChange: /^GPC:T:\["N:\d{1,9}","N:\d{1,4}","N:\d{1,9}"\]$/,
} as const

/** The arguments of a list of that type within one row; checked before the store is asked. */
export const pagesOf = (type: keyof typeof CLIENT_CURSORS) =>
  pages((argument) =>
    z
      .string()
      .refine(
        (text) => CLIENT_CURSORS[type].test(Buffer.from(text, 'base64').toString()),
        `Expected "${argument}" to be a cursor that a list of this kind (${type}) gave, got another text.`,
      )
      .nullish(),
  )
