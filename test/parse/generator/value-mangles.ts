import { type Chance, oneOf } from './chance.ts'
import { chineseDigits, chineseNumeral } from './chinese-numeral.ts'
import type { PrintedCell } from './printed-report.ts'

/** What a mangled cell prints, and states: undefined where it states what it did. Null when it does not suit the cell. */
export type MangledValue = { readonly text: string; readonly states?: string | null | 'UNREADABLE' } | null
type ValueMangle = (cell: PrintedCell, chance: Chance) => MangledValue

const ofCount =
  (change: (text: string, chance: Chance) => MangledValue): ValueMangle =>
  ({ text, path }, chance) =>
    /^\d+$/.test(text) && !path?.endsWith('AMOUNT') ? change(text, chance) : null

const groupedBy = (mark: string) =>
  ofCount((text) => (text.length > 3 ? { text: text.replace(/\B(?=(\d{3})+$)/g, mark) } : null))

export const VALUE_MANGLES = {
  'full-width digits': ({ text }) => ({
    text: text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  }),
  'thousands separators': groupedBy(','),
  'wide thousands separators': groupedBy('，'),
  'thousands separated by spaces': groupedBy(' '),
  'digits apart': ofCount((text) => (text.length > 1 ? { text: [...text].join(' ') } : null)),
  'blank cell': () => ({ text: '', states: null }),
  'a dash': (_, chance) => ({ text: oneOf(chance, '-', '—', '－', '——', '–', '―', '─'), states: null }),
  'a slash': () => ({ text: '/', states: null }),
  'the word none': () => ({ text: '无', states: null }),
  'a question mark': () => ({ text: '?', states: 'UNREADABLE' }),
  'a word for a number': (_, chance) => ({
    text: oneOf(chance, '若干', '详见附件', '保密', '未统计'),
    states: 'UNREADABLE',
  }),
  'a letter in a number': ofCount((text) => ({
    text: text.replace(/0$|1$/, (digit) => (digit === '0' ? 'O' : 'l')),
    ...(/[01]$/.test(text) && { states: 'UNREADABLE' as const }),
  })),
  'a full stop behind a number': ofCount((text, chance) => ({ text: text + oneOf(chance, '.', '。', '、', ';') })),
  'a star behind a number': ofCount((text, chance) => ({ text: text + oneOf(chance, '*', '①', '[1]', '（注）') })),
  'number in brackets': ofCount((text, chance) => ({ text: oneOf(chance, `（${text}）`, `(${text})`, `【${text}】`) })),
  'number with its unit': ofCount((text, chance) => ({
    text: `${text}${oneOf(chance, '件', '项', '条', '次', '个', '篇', '人', '人次')}`,
  })),
  'number about so': ofCount((text, chance) => ({
    text: oneOf(chance, `${text}余`, `${text}多`, `约${text}`, `近${text}`, `${text}余件`),
    states: 'UNREADABLE',
  })),
  'ten thousands': ofCount((text) => (text.length > 7 ? null : { text: `${Number(text) / 10_000}万` })),
  'Chinese numerals': ofCount((text) => (Number(text) < 10_000 ? { text: chineseNumeral(Number(text)) } : null)),
  'Chinese digits': ofCount((text) => (Number(text) < 10_000 ? { text: chineseDigits(Number(text)) } : null)),
  'a decimal zero': ofCount((text, chance) => ({ text: text + oneOf(chance, '.0', '.00') })),
  'amount with its unit': ({ text, path }) => (path?.endsWith('AMOUNT') ? { text: `${text}万元` } : null),
  'amount in yuan with its unit': ({ text, path }) =>
    path?.endsWith('AMOUNT') ? { text: `${Math.round(Number(text) * 10_000)}元` } : null,
  'a sign': ({ text, path }, chance) => {
    if (!path?.endsWith('CHANGE')) return null
    const minus = oneOf(chance, '－', '−', '–', '—', '﹣', '‐', '‑', '─')
    return { text: text.replace(/^-/, minus).replace(/^(?=\d)/, oneOf(chance, '＋', '+')) }
  },
  'a change in words': ({ text, path }, chance) =>
    path?.endsWith('CHANGE') && text !== '0'
      ? {
          text: text.startsWith('-')
            ? text.replace('-', oneOf(chance, '减', '减少', '↓'))
            : `${oneOf(chance, '增', '增加', '↑')}${text}`,
        }
      : null,
} as const satisfies Record<string, ValueMangle>
