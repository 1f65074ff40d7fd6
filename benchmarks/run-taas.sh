#!/usr/bin/env bash
# Measures the Taas door of a desk with a million tickets and two million comments:
# lists by each order, pages followed by continuation, reading, creating, commenting and changing
# the status;
# against pgbench, which sends the same statements. Needs a JDK, psql and pgbench and a few minutes
# besides filling the desk; prints a table and keeps it in benchmarks/target/taas.md. See
# docs/benchmarks.md, and desk.sh for settings.
#
#   BENCH_WARM_UP      seconds of warm-up of each operation (1)
#   BENCH_SECONDS      seconds of a measurement (2)
set -euo pipefail

home=$(cd "$(dirname "$0")/.." && pwd -P)
. "$home/benchmarks/postgres.sh"
. "$home/benchmarks/desk.sh"

desk_begin taas
header=$(machine)
serve large "$http_port"
sql large "select ticket_number from ticket where ticket_number % 200 = 1
  and status_type = 'CLOSED' and not locked and deleted_at is null" >"$work/closed"
door_run taas "$(polydesk large key create bench-$$)" closed="$work/closed"
say "done"
