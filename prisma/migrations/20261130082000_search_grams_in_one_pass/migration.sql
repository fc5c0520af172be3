-- What a section is found by takes less to work out, and is the same: the index stays as it is. Each two characters that follow each other
-- are one row, counted as a pair and by the first of them at once; before, every character and every pair was a row of text of its own.
CREATE OR REPLACE FUNCTION "search_grams"("folded" TEXT) RETURNS TABLE ("gram" TEXT, "times" BIGINT)
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT CASE WHEN "next" IS NULL THEN "one" ELSE "one" || "next" END, "times"
  FROM (
    -- NULL is what stands behind a character that is counted by itself; behind the last one there is a separator.
    SELECT "one", CASE WHEN grouping("next") = 0 THEN coalesce("next", ' ') END AS "next", count(*) AS "times"
    FROM (
      SELECT unnest("characters") AS "one", unnest("characters"[2:]) AS "next"
      FROM (
        SELECT string_to_array(
          regexp_replace("folded" COLLATE "C", '[' || "search_separators"() || 'a-z0-9]+', ' ', 'g'), NULL
        ) OFFSET 0
      ) AS "text" ("characters")
    ) AS "pair"
    WHERE "one" <> ' '
    GROUP BY GROUPING SETS (("one", "next"), ("one"))
  ) AS "counted"
  WHERE "next" IS DISTINCT FROM ' '
  UNION ALL
  SELECT "found"."whole", count(*)
  FROM (
    SELECT left("match"[1], 60)
    FROM regexp_matches("folded" COLLATE "C", '[0-9]+(?:[.,][0-9]+)*|[a-z]+', 'g') AS "match"
    UNION ALL
    SELECT "year"[1] FROM regexp_matches("folded" COLLATE "C", '[0-9][.,]((?:19|20)[0-9]{2})年', 'g') AS "year"
  ) AS "found" ("whole")
  GROUP BY "found"."whole";
END;

-- The heading goes through the same query as the whole: to begin one took as long as to count a hundred characters.
CREATE OR REPLACE FUNCTION "search_vector"("agency_id" INT, "year" SMALLINT, "heading" TEXT, "text" TEXT) RETURNS TSVECTOR
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 100000 SET search_path FROM CURRENT AS $$
DECLARE
  "place" CONSTANT TEXT[] := ARRAY['@y' || "year", '@a' || "agency_id"];
  "folded" TEXT;
BEGIN
  IF "search_is_long"("heading", "text") THEN
    RETURN array_to_tsvector("place" || ARRAY['*']);
  END IF;
  "folded" := "search_fold"(concat_ws(E'\n\n', "heading", "text"));
  RETURN (
    SELECT array_to_tsvector(
      "place" || array_agg("mark" || "gram") || array_agg('+' || "gram") FILTER (WHERE "mark" = '' AND "times" >= 3)
    )
    FROM (VALUES ('', "folded"), ('#', left("folded", char_length("heading")))) AS "part" ("mark", "words")
    CROSS JOIN LATERAL "search_grams"("search_joined"("words"))
  );
END
$$;
