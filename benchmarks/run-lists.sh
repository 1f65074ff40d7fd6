#!/usr/bin/env bash
# Measures the lists of a desk with a million tickets, and searches, reading, registering and
# answering in it, through the Tikting door: against a desk with 10,000 tickets, in turns, and
# against pgbench, which sends the same statements. Needs a JDK, psql and pgbench and about 11 minutes
# besides filling the desks; prints a table and keeps it in benchmarks/target/lists.md. See
# docs/benchmarks.md, and desk.sh for settings.
#
#   BENCH_WARMING      seconds that each operation is sent to each desk before the first is measured (1)
#   BENCH_WARM_UP      seconds of warm-up of each operation on each desk (0.5)
#   BENCH_SECONDS      seconds of a measurement (0.7)
#   BENCH_ROUNDS       measurements of each operation on each desk, taken together (2)
set -euo pipefail

home=$(cd "$(dirname "$0")/.." && pwd -P)
. "$home/benchmarks/postgres.sh"
. "$home/benchmarks/desk.sh"

lists() {
  java_run ListsBenchmark large="http://127.0.0.1:$http_port" \
    small="http://127.0.0.1:$((http_port + 1))" password=$password tickets="$tickets" few="$few" \
    connections="$connections" warm-up="${BENCH_WARM_UP:-0.5}" seconds="${BENCH_SECONDS:-0.7}" \
    rounds="${BENCH_ROUNDS:-2}" "$@"
}

desk_begin lists
header=$(machine)
serve large "$http_port"
serve small $((http_port + 1))
say "warming up"
lists rounds=1 warm-up=0.1 seconds="${BENCH_WARMING:-1}" >"$work/warm"
say "measuring"
memory_sample &
sampler=$!
lists | tee "$work/figures" >&2
memory=$(memory_most)
say "the large desk's server used at most $memory"
scripts large lists once="$(sample_ticket)"
servers_stop
say "measuring with pgbench"
pgbench_all large >"$work/tps"

{
  echo "$header; the large desk's server used at most $memory."
  echo
  table
} | tee "$report"
say "done"
