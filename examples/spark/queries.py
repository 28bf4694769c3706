"""Three questions for Spark, for those who outgrow one machine; the same as in ../duckdb.

    sheet list --columns all --format ndjson > sheets.ndjson
    python queries.py sheets.ndjson

The types are those of ../contract/answer.schema.json, so that nothing is guessed from the data.
"""

import sys

from pyspark.sql import SparkSession
from pyspark.sql import functions as f

TYPES = """
    id STRING, year ARRAY<INT>, tools ARRAY<STRING>, team ARRAY<STRUCT<name: STRING>>,
    lesson ARRAY<STRUCT<text: STRING, do: STRING>>,
    cost STRUCT<amount: DECIMAL(18, 2), currency: STRING, tax: STRING, basis: STRING>
"""


def ht_per_year(sheets):
    """Of invoices alone, each currency by itself; a project counts in the year in which it begins."""
    invoiced = sheets.where("cost.tax = 'HT' and cost.basis = 'invoiced' and cost.amount is not null")
    by_year = invoiced.groupBy(f.get("year", f.lit(0)).alias("year"), f.col("cost.currency").alias("currency"))
    return by_year.agg(f.count("*").alias("sheets"), f.sum("cost.amount").alias("total"))


def lessons_by_tool(sheets):
    """How many sheets used each tool, and how many lessons these sheets hold."""
    used = sheets.select(f.explode(f.array_distinct("tools")).alias("tool"), f.size("lesson").alias("lessons"))
    return used.groupBy("tool").agg(f.count("*").alias("sheets"), f.sum("lessons").alias("lessons"))


def who_worked_with_whom(sheets):
    """In how many sheets two people stand in one team."""
    people = sheets.select("id", f.explode(f.array_distinct("team.name")).alias("person"))
    others = people.withColumnRenamed("person", "with")
    pairs = people.join(others, "id").where(f.col("person") != f.col("with"))
    return pairs.groupBy("person", "with").agg(f.count("*").alias("sheets"))


QUESTIONS = [ht_per_year, lessons_by_tool, who_worked_with_whom]

if __name__ == "__main__":
    spark = SparkSession.builder.appName("sheets").getOrCreate()
    sheets = spark.read.schema(TYPES).json(sys.argv[1]).cache()
    for question in QUESTIONS:
        print(question.__name__)
        answer = question(sheets)
        answer.orderBy(*answer.columns).show(20, truncate=False)
