#!/usr/bin/env bash
# Measures what it costs to look for what has become due among many running clocks: by setting the
# clock of a demo on PostgreSQL, which answers when all that is due has been done. Needs a JDK, psql
# and curl and about 3 minutes; prints a table and keeps it in benchmarks/target/sweep.md. See
# docs/benchmarks.md, and desk.sh for settings.
#
#   BENCH_CLOCKS       tickets with a running clock (100000)
#   BENCH_GROUP        of which so many break their promise at the same instant (1000)
set -euo pipefail

home=$(cd "$(dirname "$0")/.." && pwd -P)
. "$home/benchmarks/postgres.sh"
. "$home/benchmarks/desk.sh"

clocks=${BENCH_CLOCKS:-100000}
group=${BENCH_GROUP:-1000}
work=$target/sweep
desks=$work
report=$target/sweep.md
server=http://127.0.0.1:$http_port
password=admin-demo

rm -rf "$work"
mkdir -p "$work"
trap desk_end EXIT
trap 'exit 130' INT TERM
pg_find
export PGHOST=127.0.0.1 PGPORT=${BENCH_PG_PORT:-18184} PGUSER=postgres
pg_start "$work/pg" "$PGPORT"
sql postgres "create database sweep"
desk_settings sweep
env "${settings[@]}" POLYDESK_HTTP_HOST=127.0.0.1 POLYDESK_HTTP_PORT="$http_port" \
  "$home/polydesk" demo --clock 2026-03-02T08:00:00Z >"$work/out" 2>"$work/log" &
servers+=($!)
until curl -fs -o "$work/ready" "$server/ready"; do
  kill -0 "${servers[0]}" || { tail -20 "$work/log" >&2; exit 1; }
  sleep 0.5
done

# Sets the clock; prints the seconds until the answer.
set_clock() {
  curl -fs -o "$work/answer" -w '%{time_total}\n' -u "admin:$password" -X PUT \
    -H 'Content-Type: application/json' -d "{\"now\":\"$1\"}" "$server/sandbox/clock"
}

# One critical ticket by the API, the others like it: each group began ten seconds after the one
# before, and is due four business hours later.
curl -fs -o "$work/first" -u "alice:alice-demo" "$server/helpdesk/api/ticket" \
  -d categoryId=11 -d subject=Clock -d body=Runs -d priorityId=2
say "making $clocks tickets"
psql -X -q -d sweep -v clocks="$clocks" -v group="$group" >"$work/fill.log" <<'SQL'
\set ON_ERROR_STOP on
set session_replication_role = replica;
select format('insert into ticket (%s) select %s from ticket t, generate_series(2, %s) n where t.ticket_number = 1',
    string_agg(quote_ident(column_name), ', '),
    string_agg(case column_name when 'ticket_id' then 't.ticket_id + n' when 'ticket_number' then 'n'
      when 'guid' then 'gen_random_uuid()' else 't.' || quote_ident(column_name) end, ', '), :clocks)
  from information_schema.columns
  where table_name = 'ticket' and table_schema = 'public' and is_generated = 'NEVER' \gexec
update sla_clock set next_event_at = null where kind <> 'RESOLUTION';
select format('insert into sla_clock (%s) select %s from sla_clock c, ticket t where c.kind = ''RESOLUTION'' and t.ticket_number > 1',
    string_agg(quote_ident(column_name), ', '),
    string_agg(case column_name when 'ticket_id' then 't.ticket_id'
      when 'segments' then format('(1772438400000 + t.ticket_number / %1$s * 10000)::text || ''/''', :group)
      when 'due_at' then format('timestamptz ''2026-03-02 12:00Z'' + t.ticket_number / %1$s * interval ''10 s''', :group)
      when 'next_event_at' then format('timestamptz ''2026-03-02 12:00Z'' + t.ticket_number / %1$s * interval ''10 s''', :group)
      else 'c.' || quote_ident(column_name) end, ', '))
  from information_schema.columns
  where table_name = 'sla_clock' and table_schema = 'public' and is_generated = 'NEVER' \gexec
delete from sla_clock where ticket_id in (select ticket_id from ticket where ticket_number = 1);
update ticket t set due_in_force_at = c.due_at, sla_due_at = c.due_at, sla_shown_due_at = c.due_at
  from sla_clock c where c.ticket_id = t.ticket_id;
analyze;
SQL
row() {
  local breaches
  breaches=$(sql sweep "select count(*) from audit where action = 'breached'")
  echo "| $1 | $((breaches - before)) | $(awk -v s="$2" 'BEGIN { printf "%.0f", s * 1000 }') |"
  before=$breaches
}
say "measuring"
before=0
{
  machine
  echo
  echo "$clocks running clocks."
  echo
  echo "| the clock is set to | promises broken | ms until all is done |"
  echo "|---|---|---|"
  for second in 1 2 3 4 5; do
    row "11:00:0$second" "$(set_clock "2026-03-02T11:00:0${second}Z")"
  done
  row 12:00:05 "$(set_clock 2026-03-02T12:00:05Z)"
  row 12:00:15 "$(set_clock 2026-03-02T12:00:15Z)"
  row 12:00:25 "$(set_clock 2026-03-02T12:00:25Z)"
  row 12:00:45 "$(set_clock 2026-03-02T12:00:45Z)"
  row 12:01:25 "$(set_clock 2026-03-02T12:01:25Z)"
  for second in 26 27 28; do
    row "12:01:$second" "$(set_clock "2026-03-02T12:01:${second}Z")"
  done
} | tee "$report"
say "done"
