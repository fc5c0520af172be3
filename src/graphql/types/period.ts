import { builder } from '../builder.ts'

/** The days that the figures of a report cover. */
export const Period = builder
  .objectRef<{ readonly from: Date | string; readonly to: Date | string }>('Period')
  .implement({
    description: 'Days, both ends included.',
    fields: (t) => ({
      from: t.expose('from', { type: 'Date', description: 'The first day.' }),
      to: t.expose('to', { type: 'Date', description: 'The last day.' }),
    }),
  })
