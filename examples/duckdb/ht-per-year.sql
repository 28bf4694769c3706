-- HT total per year: of invoices alone, each currency by itself.
-- A project counts in the year in which it begins, as in: sheet summarize --by year
SELECT year[1] AS year, cost.currency AS currency, count(*) AS sheets, sum(cost.amount) AS total
FROM read_json('sheets.ndjson', format = 'newline_delimited', columns = {
  year: 'INTEGER[]',
  cost: 'STRUCT(amount DECIMAL(18,2), currency VARCHAR, tax VARCHAR, basis VARCHAR)'
})
WHERE cost.tax = 'HT' AND cost.basis = 'invoiced' AND cost.amount IS NOT NULL
GROUP BY ALL
ORDER BY ALL;
