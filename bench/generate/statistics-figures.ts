import type { FigurePath } from '../../src/domain/figure-paths.ts'
import { isAddition, isOptional, STATISTICS_TABLE } from '../../src/domain/statistics-table.ts'
import type { Variant } from '../../test/parse/generator/printed-tables.ts'
import { type Agency, usualIn } from './agency-state.ts'
import { amountOf, type Figures } from './divided-figures.ts'
import type { Random } from './random.ts'

/** All figures of the statistics table of 2014, coherent with each other. */
export function statisticsFigures({ local }: Variant, agency: Agency, year: number, random: Random): Figures {
  const values = new Map<string, number | string>()
  const set = (item: string, value: number | string) => values.set(item, value)
  const parts = (names: readonly string[], total: number, weights: readonly number[]) => {
    for (const [index, part] of random.split(total, weights).entries()) set(names[index] ?? '', part)
  }
  const entries = random.count(usualIn(agency.entries, agency, year, random))
  set('disclosure.PROACTIVE.COUNT', entries)
  const issued = random.count(random.heavyTailed(40, 0.8))
  set('disclosure.NORMATIVE_DOCUMENTS.ISSUED', issued)
  set('disclosure.NORMATIVE_DOCUMENTS.DISCLOSED', Math.min(issued, entries, random.count(issued * 0.8)))
  const areas = STATISTICS_TABLE.filter((row) => row.number.startsWith('1.2.') && !isAddition(row))
  const inAreas = random.count(entries * 0.4)
  set('disclosure.KEY_AREAS.COUNT', inAreas)
  parts(
    areas.map(({ path }) => path),
    Math.floor(inAreas * (0.7 + 0.3 * random.next())),
    areas.map(() => random.heavyTailed(1, 1)),
  )
  // The same entry may go out by several channels.
  const onWebsite = Math.floor(entries * (0.6 + 0.4 * random.next()))
  const byOthers = Math.ceil((entries - onWebsite) * (1 + random.next()))
  set('disclosure.CHANNEL_WEBSITE.COUNT', onWebsite)
  parts(
    ['GAZETTE', 'WEIBO', 'WECHAT', 'OTHER'].map((name) => `disclosure.CHANNEL_${name}.COUNT`),
    byOthers,
    [3, 25, 40, 32],
  )
  const size = agency.requests / 45
  for (const [item, expected] of [
    ['RESPONSE_HOT_TOPICS', 12],
    ['RESPONSE_PRESS_CONFERENCES', 5],
    ['RESPONSE_ONLINE_INTERVIEWS', 4],
    ['RESPONSE_POLICY_INTERPRETATIONS', 30],
    ['RESPONSE_WEIBO_WECHAT', 40],
    ['RESPONSE_OTHER', 15],
    ['COMPLAINTS', 1.5],
    ['OFFICES', 20],
    ['READING_POINTS', 35],
    ['MEETINGS', 10],
    ['TRAINING_CLASSES', 8],
    ['TRAINEES', 500],
  ] as const) {
    set(`disclosure.${item}.COUNT`, random.count(usualIn(expected * Math.sqrt(size), agency, year, random)))
  }
  for (const item of ['RESPONSE_PRESS_CONFERENCES', 'RESPONSE_ONLINE_INTERVIEWS']) {
    set(
      `disclosure.${item}_BY_LEADERS.COUNT`,
      Math.floor(Number(values.get(`disclosure.${item}.COUNT`)) * random.next()),
    )
  }
  const staff = random.count(70 * Math.sqrt(size))
  set('disclosure.STAFF.COUNT', staff)
  parts(['disclosure.STAFF_FULL_TIME.COUNT', 'disclosure.STAFF_PART_TIME.COUNT'], staff, [1, 3])
  set('disclosure.APPLICATION_FEES.AMOUNT', random.happens(0.8) ? 0 : Number((random.next() * 2).toFixed(4)))
  set('disclosure.BUDGET.AMOUNT', Number(amountOf(random, 12)))

  const total = (row: string) => `applications.${row}.TOTAL`
  const received = random.count(usualIn(agency.requests * 0.7, agency, year, random))
  set(total('RECEIVED'), received)
  parts(
    ['RECEIVED_IN_PERSON', 'RECEIVED_BY_FAX', 'RECEIVED_ONLINE', 'RECEIVED_BY_LETTER'].map(total),
    received,
    [30, 1, 45, 24],
  )
  const closed = received - Math.min(received, random.count(received * 0.03))
  set(total('CLOSED'), closed)
  parts(['CLOSED_ON_TIME', 'CLOSED_EXTENDED'].map(total), closed, [93, 7])
  set(total('HANDLED_TOTAL'), closed)
  const answers = [
    'ALREADY_PUBLIC',
    'GRANTED',
    'PARTLY_GRANTED',
    'REFUSED',
    'NOT_THIS_AGENCY',
    'DOES_NOT_EXIST',
    'ASKED_TO_CORRECT',
    'REDIRECTED',
  ]
  parts(answers.map(total), closed, [20, 32, 4, 8, 15, 14, 3, 4])
  const grounds = [
    'STATE_SECRET',
    'TRADE_SECRET',
    'PRIVACY',
    'SECURITY_AND_STABILITY',
    'NOT_GOVERNMENT_INFORMATION',
    'OTHER_LAW',
  ]
  parts(
    grounds.map((ground) => total(`REFUSED_${ground}`)),
    Number(values.get(total('REFUSED'))),
    [1, 1, 2, 1, 4, 2],
  )
  for (const [block, part] of [
    ['review', 0.03],
    ['litigation.ALL', 0.02],
  ] as const) {
    const cases = random.count(usualIn(agency.requests * part, agency, year, random))
    set(`${block}.TOTAL`, cases)
    parts(
      ['UPHELD', 'CORRECTED', 'OTHER'].map((result) => `${block}.${result}`),
      cases,
      [66, 10, 24],
    )
  }
  const rows = STATISTICS_TABLE.filter((row) => (local || !isOptional(row)) && !isAddition(row))
  return new Map(rows.map(({ path }) => [path as FigurePath, String(values.get(path) ?? unset(path))]))
}

function unset(path: string): never {
  throw new Error(`Expected a value for ${path}, got none.`)
}
