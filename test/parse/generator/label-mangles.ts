import { type Chance, oneOf } from './chance.ts'
import { OUTLINE } from './outline-mark.ts'

/** What becomes of a label of at least three characters. */
type LabelMangle = (text: string, chance: Chance) => string

const putIn =
  (word: string): LabelMangle =>
  (text, chance) => {
    const at = chance(text.length)
    return `${text.slice(0, at)}${word}${text.slice(at)}`
  }

export const LABEL_MANGLES = {
  'wrong character in a label': (text, chance) => {
    const at = chance(text.length)
    return `${text.slice(0, at)}某${text.slice(at + 1)}`
  },
  'character lost from a label': (text, chance) => {
    const at = chance(text.length)
    return text.slice(0, at) + text.slice(at + 1)
  },
  'characters exchanged in a label': (text, chance) => {
    const at = chance(text.length - 1)
    return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2)
  },
  'character doubled in a label': (text, chance) => {
    const at = chance(text.length)
    return text.slice(0, at) + text.charAt(at) + text.slice(at)
  },
  'spaces in a label': (text, chance) => {
    const at = 1 + chance(text.length - 1)
    return `${text.slice(0, at)} ${text.slice(at)}`
  },
  'spam in a label': putIn('xpj'),
  'a Chinese word in a label': putIn('娱乐'),
  'a reading in a label': putIn('(kāi)'),
  'a number in a label': putIn('3'),
  'label cut short': (text, chance) => {
    // What is left of an outline number alone is no label that is cut short, but one that is lost.
    const shortest = (OUTLINE.exec(text)?.[0].length ?? 0) + 2
    return text.slice(0, Math.max(shortest, text.length - 1 - chance(6)))
  },
  'label twice': (text) => text + text,
  'wrong outline number': (text, chance) =>
    text.replace(/^\d/, String(1 + chance(9))).replace(/^（[一二三四五六七]）/, oneOf(chance, '（一）', '（八）', '')),
  'traditional label': (text) => text.replaceAll('开', '開').replaceAll('请', '請').replaceAll('数', '數'),
} as const satisfies Record<string, LabelMangle>
