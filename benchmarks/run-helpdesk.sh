#!/usr/bin/env bash
# Measures the Helpdesk door of a desk with a million tickets and two million comments:
# lists by mode and filter, reading, searching for rare and common words, numbers, opening and
# commenting;
# against pgbench, which sends the same statements. Needs a JDK, psql and pgbench and a few minutes
# besides filling the desk; prints a table and keeps it in benchmarks/target/helpdesk.md. See
# docs/benchmarks.md, and desk.sh for settings.
#
#   BENCH_WARM_UP      seconds of warm-up of each operation (1)
#   BENCH_SECONDS      seconds of a measurement (2)
set -euo pipefail

home=$(cd "$(dirname "$0")/.." && pwd -P)
. "$home/benchmarks/postgres.sh"
. "$home/benchmarks/desk.sh"

desk_begin helpdesk
header=$(machine)
serve large "$http_port"
door_run helpdesk "$(polydesk large token create bench-$$ --for helpdesk --user admin)"
say "done"
