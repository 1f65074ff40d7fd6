#!/usr/bin/env bash
# All measurements of the server, one after the other, on one filled PostgreSQL; about 25 minutes.
# Prints one Markdown page and keeps it in benchmarks/target/all.md. See docs/benchmarks.md, and
# desk.sh for settings; those of the single scripts are theirs.
set -euo pipefail

home=$(cd "$(dirname "$0")/.." && pwd -P)
. "$home/benchmarks/postgres.sh"
. "$home/benchmarks/desk.sh"

desk_begin all
trap 'servers_stop; unset BENCH_DESKS; pg_stop' EXIT
export BENCH_DESKS=$desks
for each in lists helpdesk taas panel; do
  "$home/benchmarks/run-$each.sh" >"$work/$each.md"
done
unset BENCH_DESKS
pg_stop
BENCH_WARM_UP=${BENCH_TIKTING_WARM_UP:-10} BENCH_SECONDS=${BENCH_TIKTING_SECONDS:-4} \
  "$home/benchmarks/run-tikting.sh" >"$work/tikting.md"
for each in tikting lists helpdesk taas panel; do
  printf '## %s\n\n' "${each^}"
  cat "$work/$each.md"
  echo
done | tee "$report"
say "done"
