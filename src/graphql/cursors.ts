import { z } from 'zod'

/** What stands in a cursor of the lists within one row: the key of the store at which a page begins or ends. */
const CURSORS = {
  District: /^GPC:S:\d{6}$/,
  Agency: /^GPC:N:\d{1,9}$/,
  Report: /^GPC:T:\["N:\d{1,9}","N:\d{1,4}"\]$/,
  Revision: /^GPC:T:\["N:\d{1,9}","N:\d{1,4}","N:\d{1,4}"\]$/,
  SearchHit: /^S:(HEADING|REPEATED|MENTIONED):\d{1,4}:\d{1,9}:\d{1,9}$/,
} as const

const pages = (cursor: (argument: string) => z.ZodType) =>
  z
    .looseObject({ after: cursor('after'), before: cursor('before') })
    .refine(
      ({ first, after, last, before }) => (first ?? after) == null || (last ?? before) == null,
      'Expected a page forwards ("first", "after") or one backwards ("last", "before"), got arguments of both.',
    )

/** The arguments of a list whose cursors name places in its order: a page goes forwards or backwards. */
export const pagesInOrder = pages(() => z.string().nullish())

/** The arguments of a list of that type whose cursors name its rows; checked before the store is asked. */
export const pagesOf = (type: keyof typeof CURSORS) =>
  pages((argument) =>
    z
      .string()
      .refine(
        (text) => CURSORS[type].test(Buffer.from(text, 'base64').toString()),
        `Expected "${argument}" to be a cursor that a list of this kind (${type}) gave, got another text.`,
      )
      .nullish(),
  )
