#!/usr/bin/env python3
"""How long sheet takes, beside ripgrep that only looks at the same bytes.

    benches/measure.py 1000 10000          a table of ratios for these numbers of sheets
    benches/measure.py --check             instructions against benches/instructions.txt
    benches/measure.py --renew             writes benches/instructions.txt anew

Each pair runs in turn, A B A B, and the median of the ratios counts, so that a busy machine slows
both. Needs a release build, rustc, ripgrep, and valgrind for the instructions.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHEET = ROOT / "target/release/sheet"
COUNTS = ROOT / "benches/instructions.txt"
TODAY = ["--today", "2026-11-23"]
COMMANDS = [
    ["list", "--year", "2023"],
    ["filter", "cost>5000"],
    ["summarize"],
    ["facets"],
    ["timeline"],
    ["search", "affiche"],
    ["brief", "un jardin partagé à Trifouilly"],
    ["todo"],
    ["validate"],
]
# What may not grow, and by how much beyond the count that is written down.
WATCHED = [["list", "--year", "2023"], ["validate"]]
TOLERANCE = 1.25
RUNS = 7


def generate(count, folder):
    program = ROOT / "target/generate"
    program.parent.mkdir(exist_ok=True)
    source = ROOT / "benches/generate.rs"
    if not program.exists() or program.stat().st_mtime < source.stat().st_mtime:
        subprocess.run(["rustc", "-O", "--edition", "2024", source, "-o", program], check=True)
    subprocess.run([program, str(count), folder], check=True)
    (Path(folder) / "sheet.yaml").write_text("organisation: Coopérative des Sorbiers\n")


def sheet(folder, command):
    return [str(SHEET), "--dir", folder, *TODAY, *command]


def run(command):
    """CPU and wall seconds, and the peak memory in MB, of a command whose answer is thrown away."""
    start = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    # 1 says that something was not found, or could not be read: it was done all the same.
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{command} ended with {os.waitstatus_to_exitcode(status)}")
    return used.ru_utime + used.ru_stime, time.monotonic() - start, used.ru_maxrss / 1024


def compare(command, other, runs=RUNS):
    """The medians of the CPU ratio, the wall ratio, the CPU seconds and the peak of a command."""
    run(command), run(other)
    pairs = [(run(command), run(other)) for _ in range(runs)]
    median = lambda values: statistics.median(list(values))
    return (
        median(one[0] / max(two[0], 0.001) for one, two in pairs),
        median(one[1] / max(two[1], 0.001) for one, two in pairs),
        median(one[0] for one, _ in pairs),
        median(one[2] for one, _ in pairs),
    )


def table(counts):
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            generate(count, folder)
            yardstick = ["rg", "-c", "zzznotthere", f"{folder}/projects"]
            print(f"\n{count} sheets, against rg -c of a string that is not there\n")
            print("| command | CPU ratio | wall ratio | CPU, s | peak, MB |")
            print("|---|---|---|---|---|")
            for command in COMMANDS:
                cpu, wall, seconds, peak = compare(sheet(folder, command), yardstick)
                words = " ".join(command)
                print(f"| `{words}` | {cpu:.2f} | {wall:.2f} | {seconds:.3f} | {peak:.0f} |", flush=True)


def instructions(command):
    tool = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]
    said = subprocess.run([*tool, *command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    line = next(line for line in said.stderr.splitlines() if "refs:" in line)
    return int(line.split(":")[1].strip().replace(",", ""))


def counted():
    with tempfile.TemporaryDirectory() as folder:
        generate(1000, folder)
        return {" ".join(command): instructions(sheet(folder, command)) for command in WATCHED}


def check():
    known = dict(line.rsplit(" ", 1) for line in COUNTS.read_text().splitlines())
    grown = False
    for command, count in counted().items():
        ratio = count / int(known[command])
        grown |= ratio > TOLERANCE
        print(f"{command}: {count:,} instructions over 1,000 sheets, {ratio:.3f} of the count written down")
    if grown:
        sys.exit(f"more than {TOLERANCE} times: mend it, or renew the count (benches/README.md)")


def main():
    match sys.argv[1:]:
        case ["--check"]:
            check()
        case ["--renew"]:
            COUNTS.write_text("".join(f"{command} {count}\n" for command, count in counted().items()))
        case counts:
            table([int(count) for count in counts or ["1000", "10000"]])


if __name__ == "__main__":
    main()
