/** An outline number, or 其中, before a label or a heading. */
export const OUTLINE = /^(其中：|[一二三四五六七八九]、|（[一二三四五六七八九]）|\d\.)/
