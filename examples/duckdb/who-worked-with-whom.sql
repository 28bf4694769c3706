-- Who worked with whom: in how many sheets two people stand in one team.
WITH sheet AS (
  SELECT id, list_distinct(list_transform(team, lambda person: person.name)) AS people
  FROM read_json('sheets.ndjson', format = 'newline_delimited', columns = {
    id: 'VARCHAR',
    team: 'STRUCT("name" VARCHAR)[]'
  })
), person AS (
  SELECT id, unnest(people) AS name FROM sheet
)
SELECT one.name AS person, other.name AS "with", count(*) AS sheets
FROM person AS one JOIN person AS other ON one.id = other.id AND one.name <> other.name
GROUP BY ALL
ORDER BY ALL;
