import type { ClaimSubject } from '../../src/domain/claim.ts'
import type { FigurePath } from '../../src/domain/figure-paths.ts'
import type { Form } from '../../src/domain/forms.ts'
import type { Share } from '../../src/domain/share.ts'
import type { Figures } from './divided-figures.ts'
import type { Random } from './random.ts'
import { shareOf } from './share-of.ts'
import { BODIES, CHANNELS, FIRST_CHARACTERS, MEASURES, PLACES, PROBLEMS, SECOND_CHARACTERS, THEMES } from './words.ts'

/** A sentence, and what its numbers count. */
export interface Said {
  readonly text: string
  readonly claims?: readonly { readonly subject: ClaimSubject; readonly value: string; readonly unit: string }[]
  readonly share?: Pick<Share, 'percent' | 'part' | 'whole'>
}

/** A line of sentences, or a heading by itself. */
export type Paragraph = readonly Said[]

export interface Chapter {
  readonly heading: string
  readonly paragraphs: readonly Paragraph[]
}

const say = (text: string): Said => ({ text })

/** A sentence with no number that a form counts. */
export function filler(random: Random): Said {
  const theme = random.rarelyTheLast(THEMES)
  const body = random.rarelyTheLast(BODIES)
  const channel = random.rarelyTheLast(CHANNELS)
  const measure = random.rarelyTheLast(MEASURES)
  const name = `${random.oneOf(FIRST_CHARACTERS)}${random.oneOf(SECOND_CHARACTERS)}${random.oneOf(PLACES)}`
  return say(
    random.oneOf([
      () => `围绕${theme}，${body}通过${channel}集中公布有关政策和办理结果。`,
      () => `${body}${measure}，把${theme}作为公开重点。`,
      () => `聚焦${theme}和${random.rarelyTheLast(THEMES)}，${measure}，方便群众查询。`,
      () => `针对${name}项目，${body}在${channel}公布进展情况。`,
      () => `坚持以公开为常态、不公开为例外，${measure}，${random.rarelyTheLast(MEASURES)}。`,
      () => `${name}的居民代表应邀列席有关会议，对${theme}提出意见。`,
      () => `在${channel}开设${theme}专题，由${body}负责维护。`,
      () => `${body}会同${random.rarelyTheLast(BODIES)}${measure}，及时回应关切。`,
      () => `${channel}增设${theme}栏目${random.between(2, 60)}个，由专人管理。`,
      () => `${body}到${name}走访，听取对${theme}信息发布的看法。`,
    ])(),
  )
}

const paragraphOf = (random: Random, sentences: number): Paragraph =>
  Array.from({ length: sentences }, () => filler(random))

/** What the chapters of a report say, by its figures as it prints them; `slip` is by how much the number received is told otherwise. */
export function chaptersOf(
  form: Form,
  figures: Figures,
  random: Random,
  { more, slip }: { readonly more: number; readonly slip: number },
): readonly Chapter[] {
  const long = () => paragraphOf(random, random.between(3, 8))
  const extra = Array.from({ length: more }, () => paragraphOf(random, 6))
  const problems = [
    [
      say(`一是${random.rarelyTheLast(PROBLEMS)}，二是${random.rarelyTheLast(PROBLEMS)}。`),
      ...paragraphOf(random, random.between(1, 3)),
    ],
    [
      say(`下一步将${random.rarelyTheLast(MEASURES)}，${random.rarelyTheLast(MEASURES)}。`),
      ...paragraphOf(random, random.between(1, 2)),
    ],
  ]
  if (form === 'FORM_2014') {
    return [
      { heading: '一、概述', paragraphs: [long(), disclosed(figures, random), ...extra] },
      { heading: '二、主动公开政府信息情况', paragraphs: [long(), long(), long()] },
      { heading: '三、依申请公开政府信息情况', paragraphs: [applications2014(figures, random, slip), long()] },
      { heading: '四、存在的主要问题和改进措施', paragraphs: problems },
      { heading: '五、政府信息公开情况统计表', paragraphs: [] },
    ]
  }
  return [
    {
      heading: '一、总体情况',
      paragraphs: [
        long(),
        long(),
        long(),
        applicationsOf(figures, random, slip),
        casesOf(figures, random),
        long(),
        ...extra,
      ],
    },
    { heading: '二、主动公开政府信息情况', paragraphs: [] },
    { heading: '三、收到和处理政府信息公开申请情况', paragraphs: [] },
    { heading: '四、政府信息公开行政复议、行政诉讼情况', paragraphs: [] },
    { heading: '五、存在的主要问题及改进情况', paragraphs: problems },
    {
      heading: '六、其他需要报告的事项',
      paragraphs: [random.happens(0.5) ? [say('无其他需要报告的事项。')] : [say('未收取信息处理费。'), filler(random)]],
    },
  ]
}

const printed = (figures: Figures, path: FigurePath) => figures.get(path) ?? '0'

function disclosed(figures: Figures, random: Random): Paragraph {
  const entries = printed(figures, 'disclosure.PROACTIVE.COUNT')
  const onWebsite = printed(figures, 'disclosure.CHANNEL_WEBSITE.COUNT')
  return [
    {
      text: random.oneOf([
        `全年主动公开政府信息${entries}条，其中政府网站公开${onWebsite}条。`,
        `本年度主动公开政府信息${entries}条，通过政府网站公开政府信息${onWebsite}条。`,
      ]),
      claims: [
        { subject: 'disclosure.PROACTIVE.COUNT', value: entries, unit: '条' },
        { subject: 'disclosure.CHANNEL_WEBSITE.COUNT', value: onWebsite, unit: '条' },
      ],
    },
    filler(random),
  ]
}

const claim = (subject: ClaimSubject, value: string) => ({ subject, value, unit: '件' })

function applications2014(figures: Figures, random: Random, slip: number): Paragraph {
  const received = String(Number(printed(figures, 'applications.RECEIVED.TOTAL')) + slip)
  const [online, letters] = (['RECEIVED_ONLINE', 'RECEIVED_BY_LETTER'] as const).map((row) =>
    printed(figures, `applications.${row}.TOTAL`),
  )
  return [
    {
      text: random.oneOf([
        `全年共收到政府信息公开申请${received}件，其中网络申请${online}件，信函申请${letters}件。`,
        `本年度受理政府信息公开申请${received}件，通过网络提交${online}件，以信函形式提交${letters}件。`,
      ]),
      claims: [
        claim('applications.RECEIVED.TOTAL', received),
        claim('applications.RECEIVED_ONLINE.TOTAL', online ?? '0'),
        claim('applications.RECEIVED_BY_LETTER.TOTAL', letters ?? '0'),
      ],
    },
    filler(random),
  ]
}

function applicationsOf(figures: Figures, random: Random, slip: number): Paragraph {
  const total = (row: 'RECEIVED' | 'CARRIED_IN' | 'HANDLED_TOTAL' | 'CARRIED_OVER') =>
    printed(figures, `applications.${row}.TOTAL`)
  const received = String(Number(total('RECEIVED')) + slip)
  const [carriedIn, handled, carriedOver] = [total('CARRIED_IN'), total('HANDLED_TOTAL'), total('CARRIED_OVER')]
  const people = printed(figures, 'applications.RECEIVED.NATURAL_PERSON')
  const percent = slip === 0 ? shareOf(people, received) : null
  return [
    {
      text: random.oneOf([
        `全年新收政府信息公开申请${received}件，上年结转${carriedIn}件，答复${handled}件，结转下年度继续办理${carriedOver}件。`,
        `本年度共收到政府信息公开申请${received}件，上年结转${carriedIn}件；办结${handled}件，结转下年度${carriedOver}件。`,
      ]),
      claims: [
        claim('applications.RECEIVED.TOTAL', received),
        claim('applications.CARRIED_IN.TOTAL', carriedIn),
        claim('applications.HANDLED_TOTAL.TOTAL', handled),
        claim('applications.CARRIED_OVER.TOTAL', carriedOver),
      ],
    },
    ...(percent === null
      ? []
      : [
          {
            text: `其中自然人申请${people}件，占${percent}%。`,
            claims: [claim('applications.RECEIVED.NATURAL_PERSON', people)],
            share: {
              percent,
              part: { subject: 'applications.RECEIVED.NATURAL_PERSON' as const, value: people },
              whole: { subject: 'applications.RECEIVED.TOTAL' as const, value: received },
            },
          },
        ]),
    filler(random),
  ]
}

function casesOf(figures: Figures, random: Random): Paragraph {
  const [reviews, direct, after] = (
    ['review.TOTAL', 'litigation.DIRECT.TOTAL', 'litigation.AFTER_REVIEW.TOTAL'] as const
  ).map((path) => printed(figures, path))
  const suits = String(Number(direct) + Number(after))
  return [
    {
      text: `因政府信息公开引起的行政复议${reviews}件，行政诉讼${suits}件。`,
      claims: [claim('review.TOTAL', reviews ?? '0'), claim('litigation.ALL.TOTAL', suits)],
    },
    filler(random),
  ]
}
