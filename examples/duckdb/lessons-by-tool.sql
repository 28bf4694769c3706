-- Lessons by tool: how many sheets used each tool, and how many lessons these sheets hold.
SELECT tool, count(*) AS sheets, sum(len(lesson)) AS lessons
FROM (
  SELECT unnest(list_distinct(tools)) AS tool, lesson
  FROM read_json('sheets.ndjson', format = 'newline_delimited', columns = {
    tools: 'VARCHAR[]',
    lesson: 'STRUCT("text" VARCHAR, "do" VARCHAR)[]'
  })
)
GROUP BY tool
ORDER BY ALL;
