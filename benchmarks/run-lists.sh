#!/usr/bin/env bash
# Measures the lists of a desk with a million tickets, and searches, reading, registering and
# answering in it, through the Tikting door: against a desk with 10,000 tickets, in turns, and
# against pgbench, which sends the same statements. Needs a JDK, psql and pgbench and about 12
# minutes; prints a table and keeps it in benchmarks/target/lists.md. See docs/benchmarks.md.
#
#   BENCH_TICKETS      tickets of the large desk (1000000)
#   BENCH_FEW          tickets of the small desk (10000)
#   BENCH_CONNECTIONS  connections of the load generator (16)
#   BENCH_WARM_UP      seconds of warm-up of each operation on each desk (0.5)
#   BENCH_SECONDS      seconds of a measurement (0.7)
#   BENCH_ROUNDS       measurements of each operation on each desk, taken together (2)
#   BENCH_PGBENCH      seconds of pgbench for each operation (1)
#   BENCH_POOL         a server's database connections (twice the processors, at least 4)
#   BENCH_HTTP_PORT    the large desk's; the small one's is the next (18185)  BENCH_PG_PORT (18184)
#   BENCH_PG_BIN       a PostgreSQL's bin directory; see postgres.sh
#   POLYDESK_JAVA_HOME, POLYDESK_JAVA_OPTS are the launcher's, which gives a server 512 MB of heap
set -euo pipefail

export PGOPTIONS="${PGOPTIONS:-} -c client_min_messages=warning"
home=$(cd "$(dirname "$0")/.." && pwd -P)
target=$home/benchmarks/target
. "$home/benchmarks/postgres.sh"

tickets=${BENCH_TICKETS:-1000000}
few=${BENCH_FEW:-10000}
connections=${BENCH_CONNECTIONS:-16}
processors=$(getconf _NPROCESSORS_ONLN)
pool=${BENCH_POOL:-$((2 * processors > 4 ? 2 * processors : 4))}
http_port=${BENCH_HTTP_PORT:-18185}
password=measured-admin-1
work=$target/lists
report=$target/lists.md
servers=()
sampler=

say() {
  printf '%s %s\n' "$(date +%H:%M:%S)" "$*" >&2
}

stop() {
  local pid
  for pid in $sampler "${servers[@]}"; do
    kill "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  done
  servers=()
  sampler=
}
trap 'stop; pg_stop' EXIT
trap 'exit 130' INT TERM

sql() {
  psql -X -q -A -t -v ON_ERROR_STOP=1 -d "$1" -c "$2"
}

# Starts a server on database $1 and port $2.
serve() {
  POLYDESK_DATABASE_URL=postgresql://$PGHOST:$PGPORT/$1 POLYDESK_DATABASE_USER=$PGUSER \
    POLYDESK_DATABASE_POOL_SIZE=$pool POLYDESK_ADMIN_PASSWORD=$password \
    POLYDESK_LIMITS_ENABLED=false POLYDESK_DATA_DIR=$work/data-$1 POLYDESK_HTTP_HOST=127.0.0.1 \
    POLYDESK_HTTP_PORT=$2 "$home/polydesk" serve >"$work/$1.out" 2>"$work/$1.log" &
  servers+=($!)
  for ((i = 0; i < 1200; i++)); do
    if curl -fs -o "$work/ready" "http://127.0.0.1:$2/ready"; then
      return
    fi
    kill -0 "${servers[-1]}" 2>/dev/null || break
    sleep 0.25
  done
  tail -20 "$work/$1.log" >&2
  exit 1
}

java_run() {
  "${JAVA_HOME:+$JAVA_HOME/bin/}java" -XX:+UseSerialGC -Xmx256m -XX:TieredStopAtLevel=1 \
    -cp "$target/benchmarks.jar" "org.polydesk.benchmarks.load.$@"
}

lists() {
  java_run ListsBenchmark large="http://127.0.0.1:$http_port" \
    small="http://127.0.0.1:$((http_port + 1))" password=$password tickets="$tickets" few="$few" \
    connections="$connections" warm-up="${BENCH_WARM_UP:-0.5}" seconds="${BENCH_SECONDS:-0.7}" \
    rounds="${BENCH_ROUNDS:-2}" "$@"
}

# Writes the memory of the large desk's process, and of its heap, in kilobytes, every five seconds.
sample() {
  local heap
  while sleep 5; do
    heap=$(jcmd "${servers[0]}" GC.heap_info 2>/dev/null |
      awk 'match($0, / used [0-9]+K/) && !/Metaspace|class space/ {
        sum += substr($0, RSTART + 6, RLENGTH - 7) } END { printf "%d", sum }' || true)
    echo "$(sed -n 's/^VmRSS:[^0-9]*\([0-9]*\).*/\1/p' "/proc/${servers[0]}/status") ${heap:-0}"
  done >"$work/memory"
}

# Has every operation sent once while PostgreSQL logs, and makes scripts for pgbench of that.
scripts() {
  local sample from
  sample=$(sql large "select max(ticket_number) from ticket
    where ticket_number <= $tickets / 2 and deleted_at is null and status_id = 1")
  lists once="$sample" >"$work/warm"
  sql large "alter system set log_statement = 'all'"
  sql large "select pg_reload_conf()" >/dev/null
  sleep 1
  from=$(($(wc -c <"$pg_data.log") + 1))
  lists once="$sample" >"$work/operations"
  sql large "alter system reset log_statement"
  sql large "select pg_reload_conf()" >/dev/null
  tail -c "+$from" "$pg_data.log" >"$work/statements.log"
  mkdir -p "$work/pgbench"
  java_run PgbenchScripts "$work/statements.log" "$work/pgbench" "$sample" "$tickets" \
    "$(wc -l <"$work/operations")"
}

# Transactions a second of every script, one a line, alone on the machine.
pgbench_all() {
  local number=0 viewer name mode
  while IFS=$'\t' read -r viewer name; do
    number=$((number + 1))
    # A search is planned for what is looked for, by the server too.
    mode=prepared
    if [[ $name == search* ]]; then
      mode=extended
    fi
    PGOPTIONS="$PGOPTIONS -c plan_cache_mode=auto" pgbench -n -M $mode -c "$pool" -j 1 \
      -T "${BENCH_PGBENCH:-1}" -f "$work/pgbench/$(printf %03d $number).sql" large \
      2>"$work/pgbench/$number.log" | sed -n 's/^tps = \([0-9.]*\).*without.*/\1/p' |
      grep . || echo 0
  done <"$work/operations"
}

table() {
  echo "| viewer | operation | requests/s | p50 ms | p99 ms | errors | p50 at $few | large : small | pgbench/s | server : pgbench |"
  echo "|---|---|---|---|---|---|---|---|---|---|"
  paste "$work/figures" "$work/tps" | awk -F '\t' '
    function mark(missed) { return missed ? " **missed**" : "" }
    {
      times = $7 > 0 ? $4 / $7 : 0
      share = $8 > 0 ? $3 / $8 : 0
      write = $2 == "register" || $2 == "reply"
      list = !write && $2 != "get" && $2 !~ /^search/
      printf "| %s | %s | %s | %s | %s | %s | %s | %.2f%s | %.0f | %.2f%s |\n", $1, $2, $3, $4, $5, $6,
        $7, times, mark(list && times > 1.5), $8, share, mark(share < (write ? 0.25 : 0.3))
    }'
}

rm -rf "$work"
mkdir -p "$work"
if [[ ! -f $target/benchmarks.jar || -n $(find "$home/benchmarks/pom.xml" "$home/benchmarks/src" \
  -newer "$target/benchmarks.jar") ]]; then
  say "building the load generator"
  (cd "$home" && ./mvnw -q -B -ntp -Pbenchmarks -DskipTests -Dspotless.check.skip=true \
    -pl benchmarks -am package)
  touch "$target/benchmarks.jar"
fi
pg_find
export PGHOST=127.0.0.1 PGPORT=${BENCH_PG_PORT:-18184} PGUSER=postgres
pg_start "$work/pg" "$PGPORT"
header="$(date -u +%F), $processors processors, $(awk '/MemTotal/ { printf "%.0f GiB", $2 / 1048576 }' \
  /proc/meminfo), PostgreSQL $(sql postgres 'show server_version'), $connections connections, pool of $pool,
load at the start $(cut -d' ' -f1-3 /proc/loadavg)"

sql postgres "create database large"
sql postgres "create database small"
serve large "$http_port"
serve small $((http_port + 1))
stop
say "filling desks with $tickets and $few tickets"
psql -X -q -d large -v tickets="$tickets" -f "$home/benchmarks/lists/fill.sql" >"$work/fill.log"
psql -X -q -d small -v tickets="$few" -f "$home/benchmarks/lists/fill.sql" >>"$work/fill.log"
sql large "checkpoint"
serve large "$http_port"
serve small $((http_port + 1))
say "warming up"
lists rounds=1 warm-up=0.1 seconds=0.1 >"$work/warm"
say "measuring"
sample &
sampler=$!
lists | tee "$work/figures" >&2
memory=$(awk '{ rss = $1 > rss ? $1 : rss; heap = $2 > heap ? $2 : heap }
  END { printf "%.0f MB resident, %.0f MB of heap", rss / 1024, heap / 1024 }' "$work/memory")
say "the large desk's server used at most $memory; measuring with pgbench"
scripts
stop
pgbench_all >"$work/tps"

{
  echo "$header; the large desk's server used at most $memory."
  echo
  table
} | tee "$report"
say "done"
