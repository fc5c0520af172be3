import { CLAUSE_END, SELF_REFERENCE } from '../../domain/document-words.ts'

/** A sentence that says what the document is. */
export interface SelfReference {
  /** What stands before the year in the same clause: 现公布大兴区人民政府. */
  readonly before: string
  /** 2021年度 */
  readonly year: string
}

/** More characters before the year do not name an issuer. */
const LONGEST_ISSUER = 40
const BRACKETS = /\([^()]{0,60}\)/g

/** 现公布大兴区人民政府（以下简称区政府）2021年政府信息公开工作年度报告 in a plain text; null where it says nothing like it. */
export function findSelfReference(text: string): SelfReference | null {
  const bare = text.replaceAll(BRACKETS, '')
  const match = SELF_REFERENCE.exec(bare)
  if (match === null) return null
  const before = bare.slice(Math.max(0, match.index - LONGEST_ISSUER), match.index)
  const clause = [...before].findLastIndex((character) => CLAUSE_END.test(character))
  return { before: [...before].slice(clause + 1).join(''), year: match[1] ?? '' }
}
