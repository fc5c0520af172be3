/** An official term: what the form prints, and how it is said in English. */
export interface Term {
  /** The official Chinese label, as the form prints it. */
  readonly label: string
  /** The English term (China Law Translate and Library of Congress usage). */
  readonly labelEn: string
  /** What another form prints for the same thing: as official as the label. */
  readonly variants?: readonly string[]
  /** Other spellings found in published reports: read, and noted as an issue. Each belongs to one code only within its table. */
  readonly aliases?: readonly string[]
}

/** The languages in which a label is served. */
export const LANGUAGES = ['ZH', 'EN'] as const
export type Language = (typeof LANGUAGES)[number]

/** The label of a term in the language asked for. */
export function labelOf(term: Term, language: Language): string {
  return language === 'ZH' ? term.label : term.labelEn
}

/** The keys of a table of terms, in the order in which the form prints them. */
export function codesOf<T extends object>(terms: T): readonly (keyof T & string)[] {
  return Object.keys(terms) as (keyof T & string)[]
}
