#!/usr/bin/env bash
# Measures the Panel door of a desk with a million tickets and two million comments:
# lists, reading and opening, as somebody with a few tickets;
# against pgbench, which sends the same statements. Needs a JDK, psql and pgbench and a few minutes
# besides filling the desk; prints a table and keeps it in benchmarks/target/panel.md. See
# docs/benchmarks.md, and desk.sh for settings.
#
#   BENCH_WARM_UP      seconds of warm-up of each operation (1)
#   BENCH_SECONDS      seconds of a measurement (2)
set -euo pipefail

home=$(cd "$(dirname "$0")/.." && pwd -P)
. "$home/benchmarks/postgres.sh"
. "$home/benchmarks/desk.sh"

desk_begin panel
header=$(machine)
serve large "$http_port"
own=$(sql large "select min(ticket_number) from ticket t join app_user u on u.user_id = t.requester_id
  where u.login_name = 'member1' and t.deleted_at is null")
door_run panel "$(polydesk large token create bench-$$ --for panel --user member1)" own="$own"
say "done"
