#!/usr/bin/env bash
# What users would pick instead, asked the same question over the same sheets: the title of every
# project that touches 2023. jq, recutils and DuckDB read one file that was prepared for them, with all
# that the sheets say; sheet and PyYAML read every sheet. Prints how many times the CPU of sheet each takes.
# Usage: benches/peers.sh [number of sheets]
set -euo pipefail
cd "$(dirname "$0")/.."
count=${1:-10000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

have() { command -v "$1" >/dev/null; }
if ! { have jq && have recsel; }; then
  apt-get update -qq
  apt-get install -y -qq jq recutils python3-venv >/dev/null
fi
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q pyyaml duckdb

cargo build --release --locked -q
sheet=$PWD/target/release/sheet
PYTHONPATH=benches python3 -c "import measure; measure.generate($count, '$work/c')"
# Two sheets in a hundred have a fault, of which some cannot be read: that is told, with exit 1.
"$sheet" --dir "$work/c" list --columns all --format ndjson >"$work/sheets.ndjson" 2>/dev/null || [ $? = 1 ]
# Each value is a field, named by its keys; those of a list have the same name.
jq -r '[paths(scalars) as $path
  | "\([$path[] | strings | gsub("-"; "_")] | join("_")): \(getpath($path) | tostring | gsub("\n"; "\n+ "))\n"]
  | add + ""' "$work/sheets.ndjson" >"$work/sheets.rec"

cat >"$work/ask_pyyaml.py" <<'P'
import glob, sys, yaml
for path in sorted(glob.glob(sys.argv[1] + "/projects/*.yaml")):
    try:
        sheet = yaml.load(open(path), Loader=yaml.CSafeLoader)
        if str((sheet.get("dates") or {}).get("start", "")).startswith("2023"):
            print(sheet["title"])
    except (yaml.YAMLError, ValueError):
        pass
P
cat >"$work/ask_duckdb.py" <<'P'
import sys, duckdb
question = "select title from read_ndjson_auto(?, maximum_object_size=100000000) where list_contains(year, 2023)"
for (title,) in duckdb.execute(question, [sys.argv[1]]).fetchall():
    print(title)
P

PYTHONPATH=benches python3 - "$work" "$sheet" "$count" <<'P'
import sys, measure
work, sheet, count = sys.argv[1:]
own = [sheet, "--dir", f"{work}/c", "--today", "2026-11-23", "list", "--year", "2023"]
python = f"{work}/venv/bin/python"
peers = {
    "jq on one NDJSON file": ["jq", "-r", "select(.year // [] | index(2023)) | .title", f"{work}/sheets.ndjson"],
    "recsel on one .rec file": ["recsel", "-e", "year = 2023", "-P", "title", f"{work}/sheets.rec"],
    "DuckDB on one NDJSON file": [python, f"{work}/ask_duckdb.py", f"{work}/sheets.ndjson"],
    "PyYAML's C loader": [python, f"{work}/ask_pyyaml.py", f"{work}/c"],
}
print(f"\n{count} sheets: list --year 2023\n\n| peer | its CPU ÷ ours | its wall ÷ ours |\n|---|---|---|")
for name, command in peers.items():
    cpu, wall, *_ = measure.compare(command, own, runs=5)
    print(f"| {name} | {cpu:.2f} | {wall:.2f} |", flush=True)
P
