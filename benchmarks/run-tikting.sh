#!/usr/bin/env bash
# Measures registering and reading tickets through the Tikting door on a PostgreSQL of its own: with
# next to nothing in the store, with 100,000 tickets in it, and against pgbench, which sends the
# same statements. Needs a JDK, psql and pgbench; prints tables and keeps them in
# benchmarks/target/tikting.md. See docs/benchmarks.md.
#
#   BENCH_WARM_UP      seconds of warm-up for each operation (30)
#   BENCH_SECONDS      seconds of a measurement (8)
#   BENCH_ROUNDS       measurements, of which the one in the middle counts (3)
#   BENCH_FULL         tickets in the full store (100000)
#   BENCH_PG_OUTSIDE   not empty: the empty database that PGHOST, PGPORT, PGUSER, PGPASSWORD and
#                      PGDATABASE name is used and no server is started; then without pgbench
#   and those of desk.sh
set -euo pipefail

home=$(cd "$(dirname "$0")/.." && pwd -P)
. "$home/benchmarks/postgres.sh"
. "$home/benchmarks/desk.sh"

warm_up=${BENCH_WARM_UP:-30}
seconds=${BENCH_SECONDS:-8}
rounds=${BENCH_ROUNDS:-3}
tickets=${BENCH_FULL:-100000}
few=1000
work=$target/tikting
desks=$work
report=$target/tikting.md

trap 'servers_stop; pg_stop' EXIT
trap 'exit 130' INT TERM

database_start() {
  if [[ -z ${BENCH_PG_OUTSIDE:-} ]]; then
    pg_find
    export PGHOST=127.0.0.1 PGPORT=${BENCH_PG_PORT:-18184} PGUSER=postgres PGDATABASE=postgres
    pg_start "$work/pg" "$PGPORT"
  fi
}

# One line of name=value words is its answer.
load() {
  java_run LoadGenerator server="http://127.0.0.1:$http_port" user=admin password=$password \
    connections="$connections" "$@"
}

value() {
  sed -n "s/.*\b$1=\([0-9.]*\).*/\1/p" <<<"$2"
}

# Processor time so far in hundredths of a second: of the server, of the database; 0 where unknown.
spent() {
  local pids=$1 sum=0 pid ticks
  if [[ $1 == database ]]; then
    pids=
    if [[ -n ${pg_data:-} ]]; then
      pids=$(head -n 1 "$pg_data/postmaster.pid")
      pids="$pids $(cat "/proc/$pids/task/$pids/children" 2>/dev/null || true)"
    fi
  fi
  for pid in $pids; do
    ticks=$(sed 's/.*) //' "/proc/$pid/stat" 2>/dev/null | cut -d' ' -f12,13 | tr ' ' '+' || true)
    sum=$((sum + ${ticks:-0}))
  done
  echo $sum
}

empty_store() {
  sql "$PGDATABASE" "truncate ticket, audit, outbox cascade"
  sql "$PGDATABASE" "alter sequence ticket_number_1 restart with 1"
  load operation=register warm-up=0 seconds=600 count=$few >/dev/null
}

get_range() {
  sql "$PGDATABASE" "select 'lowest=' || min(ticket_number) || ' highest=' || max(ticket_number) from ticket"
}

# Measures operation $1 in a store that is $2 (empty or full); prints the middle round.
measure() {
  local round answer server_before database_before micros all=
  for ((round = 0; round < rounds; round++)); do
    if [[ $2 == empty ]]; then
      empty_store
    fi
    server_before=$(spent "${servers[0]}")
    database_before=$(spent database)
    # shellcheck disable=SC2046 # two words
    answer=$(load operation="$1" warm-up=0 seconds="$seconds" $(get_range))
    micros=$(awk -v n="$(value requests "$answer")" -v hertz="$(getconf CLK_TCK)" \
      -v s=$(($(spent "${servers[0]}") - server_before)) \
      -v d=$(($(spent database) - database_before)) \
      'BEGIN { printf "server_us=%.0f database_us=%.0f", s * 1e6 / hertz / n, d * 1e6 / hertz / n }')
    say "$2 store, $answer $micros"
    all+="$(value rps "$answer") $answer $micros"$'\n'
  done
  sort -n <<<"${all%$'\n'}" | sed -n "$(((rounds + 1) / 2))p"
}

fill() {
  local missing=$((tickets - $(sql "$PGDATABASE" "select count(*) from ticket")))
  if ((missing > 0)); then
    say "registering $missing more tickets"
    say "$(load operation=register warm-up=0 seconds=36000 count=$missing)"
  fi
}

# Transactions a second of the operations in the order of DoorCases, one a line; middle rounds.
measure_pgbench() {
  local round
  for ((round = 0; round < rounds; round++)); do
    BENCH_PGBENCH=$seconds pgbench_all "$PGDATABASE" >"$work/tps.$round"
  done
  paste "$work"/tps.? | while read -r -a line; do
    printf '%s\n' "${line[@]}" | sort -n | sed -n "$(((rounds + 1) / 2))p"
  done
}

ratio() {
  awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", (b > 0 ? a / b : 0) }'
}

row() {
  echo "| $1 | $2 | $(value rps "$3") | $(value p50 "$3") | $(value p99 "$3") | $(value errors "$3") | $(value server_us "$3") | $(value database_us "$3") |"
}

change() {
  echo "| $1 | $(ratio "$(value rps "$3")" "$(value rps "$2")") | $(ratio "$(value p50 "$3")" "$(value p50 "$2")") | $(ratio "$(value p99 "$3")" "$(value p99 "$2")") |"
}

# The version of the Java that the server runs on.
java_version() {
  local java
  java=$(readlink "/proc/${servers[0]}/exe" 2>/dev/null || echo /none/bin/java)
  sed -n 's/^\(JAVA_VERSION\|IMPLEMENTOR\)="\(.*\)"/\2/p' "${java%/bin/java}/release" 2>/dev/null | paste -sd' '
}

machine() {
  echo "$(date -u +%F), $processors processors, $(awk '/MemTotal/ { printf "%.0f GiB", $2 / 1048576 }' \
    /proc/meminfo 2>/dev/null || true), $(uname -sr)"
  echo "$(sql "$PGDATABASE" 'show server_version' | sed 's/^/PostgreSQL /'), $(pgbench --version)," \
    "server on Java $(java_version)"
  echo "$connections connections, pool of $pool, middle of $rounds times $seconds s, load at the start $(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || true)"
}

rm -rf "$work"
mkdir -p "$work"
build
database_start
say "starting the server"
serve "$PGDATABASE" "$http_port"
header=$(machine)

say "warming up, $warm_up s for each operation"
load operation=register warm-up="$warm_up" seconds=1 >/dev/null
# shellcheck disable=SC2046 # two words
load operation=get warm-up="$warm_up" seconds=1 $(get_range) >/dev/null

register_empty=$(measure register empty)
empty_store
get_empty=$(measure get few)
fill
get_full=$(measure get full)
register_full=$(measure register full)
held=$(sql "$PGDATABASE" "select count(*) from ticket")
register_pgbench=0 get_pgbench=0
if [[ -n ${pg_data:-} ]]; then
  scripts "$PGDATABASE" java_run DoorBenchmark door=tikting server="http://127.0.0.1:$http_port" \
    secret=$password tickets="$tickets" once="$tickets"
  servers_stop
  { read -r register_pgbench && read -r get_pgbench; } < <(measure_pgbench)
fi

{
  echo "$header" | sed 's/$/  /'
  echo
  echo "| operation | tickets | requests/s | p50 ms | p99 ms | errors | server µs | database µs |"
  echo "|---|---|---|---|---|---|---|---|"
  row register "from $few" "$register_empty"
  row register "$tickets to $held" "$register_full"
  row get "$few" "$get_empty"
  row get "$tickets" "$get_full"
  echo
  echo "| full : empty | requests/s (at least 0.83) | p50 (at most 1.2) | p99 (at most 1.2) |"
  echo "|---|---|---|---|"
  change register "$register_empty" "$register_full"
  change get "$get_empty" "$get_full"
  echo
  echo "| operation | server, requests/s | pgbench, transactions/s | server : pgbench (at least 0.25) |"
  echo "|---|---|---|---|"
  for operation in register get; do
    full=${operation}_full
    alone=${operation}_pgbench
    printf '| %s | %s | %.0f | %s |\n' $operation "$(value rps "${!full}")" "${!alone}" \
      "$(ratio "$(value rps "${!full}")" "${!alone}")"
  done
} | tee "$report"
