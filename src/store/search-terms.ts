import { Prisma } from './generated/prisma/client.ts'

/**
 * The words of a search as common table expressions of a statement. `word` has a row for each entry: the `words` as they came, and the
 * `pattern` (a regular expression) by which they stand in folded text whose lines are joined (`search_joined`), or, `broken`, in text
 * as its lines stand. `search` has one row: what the index is asked for (`mentioned`;
 * `heading`, with `#`; `repeated`, with `+`), and whether what it finds is what was searched for (`is_exact`): it has a word of one or
 * two characters, a number or a Latin word whole, and of a longer one each two characters that follow each other.
 */
export const searchTerms = (words: readonly string[]) => Prisma.sql`
  word AS MATERIALIZED (
    SELECT words, folded,
      before || pattern || behind AS pattern,
      before || regexp_replace(pattern, '(?<=' || chinese || ')(?=' || chinese || ')', chr(10) || '?', 'g') || behind AS broken
    FROM (
      SELECT words, folded, '[^' || search_separators() || 'a-z0-9]' AS chinese,
        -- No part of a number or of a Latin word, whatever its width; between the words of a quotation, nothing but separators.
        CASE
          -- A year may stand behind an outline number, in one with it: what U+5E74 (year) follows is no part of a decimal.
          WHEN folded ~ '^[0-9]' THEN
            '(?<![0-9０-９])(?:(?<![0-9０-９][.．,])|(?=(?:[1１][9９]|[2２][0０])[0-9０-９]{2}\\u5e74))'
          WHEN folded ~ '^[a-z]' THEN '(?<![a-zA-Zａ-ｚＡ-Ｚ])'
          ELSE ''
        END AS before,
        replace(replace(folded, '.', '\\.'), ' ', '[' || search_separators() || ']+') AS pattern,
        CASE
          WHEN folded ~ '[0-9]$' THEN '(?![0-9０-９]|[.．,][0-9０-９])'
          WHEN folded ~ '[a-z]$' THEN '(?![a-zA-Zａ-ｚＡ-Ｚ])'
          ELSE ''
        END AS behind
      FROM (SELECT words, search_fold(words) AS folded FROM unnest(${[...words]}::text[]) AS words) AS entry
    ) AS part
  ), gram AS MATERIALIZED (
    SELECT words, gram FROM word, search_grams(folded)
  ), needed AS MATERIALIZED (
    -- A character that is in a pair is not looked up by itself.
    SELECT words, gram FROM gram AS one
    WHERE NOT EXISTS (
      SELECT FROM gram AS pair
      WHERE pair.words = one.words AND pair.gram !~ '^[a-z0-9]' AND pair.gram <> one.gram
        AND position(one.gram IN pair.gram) > 0
    )
  ), search AS MATERIALIZED (
    SELECT string_agg(format('''%s''', gram), '&')::tsquery AS mentioned,
      string_agg(format('''#%s''', gram), '&')::tsquery AS heading,
      string_agg(format('''+%s''', gram), '&')::tsquery AS repeated,
      count(*) = count(DISTINCT words) AND max(char_length(words)) < 60 AS is_exact
    FROM needed
  )`
