-- A year behind an outline number stands in one with it (1.2020年), as a decimal would. What 年 follows is a year: it is found by itself as
-- well. Nothing else is, since 9.53 is no 53. The index holds what the function gave, and is built anew.
CREATE OR REPLACE FUNCTION "search_grams"("folded" TEXT) RETURNS TABLE ("gram" TEXT, "times" BIGINT)
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT "found"."gram", count(*)
  FROM (
    SELECT regexp_replace("folded" COLLATE "C", '[' || "search_separators"() || 'a-z0-9]+', ' ', 'g') OFFSET 0
  ) AS "text" ("characters")
  CROSS JOIN LATERAL (
    SELECT "one" FROM string_to_table("characters", NULL) AS "one" WHERE "one" <> ' '
    UNION ALL
    SELECT "one" || "next"
    FROM ROWS FROM (string_to_table("characters", NULL), string_to_table(substr("characters", 2), NULL)) AS "pair" ("one", "next")
    WHERE "one" <> ' ' AND "next" <> ' '
    UNION ALL
    SELECT left("match"[1], 60)
    FROM regexp_matches("folded" COLLATE "C", '[0-9]+(?:[.,][0-9]+)*|[a-z]+', 'g') AS "match"
    UNION ALL
    SELECT "year"[1] FROM regexp_matches("folded" COLLATE "C", '[0-9][.,]((?:19|20)[0-9]{2})年', 'g') AS "year"
  ) AS "found" ("gram")
  GROUP BY "found"."gram";
END;

REINDEX INDEX "sections_search_idx";
