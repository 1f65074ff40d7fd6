#!/usr/bin/env bash
# Measures registering and reading tickets through the Tikting door on a PostgreSQL of its own: with
# next to nothing in the store, with 100,000 tickets in it, and against pgbench, which sends the
# same statements. Needs a JDK, psql and pgbench; prints tables and keeps them in
# benchmarks/target/tikting.md. See docs/benchmarks.md.
#
#   BENCH_CONNECTIONS  connections of the load generator (16)
#   BENCH_WARM_UP      seconds of warm-up for each operation (30)
#   BENCH_SECONDS      seconds of a measurement (8)
#   BENCH_ROUNDS       measurements, of which the one in the middle counts (3)
#   BENCH_TICKETS      tickets in the full store (100000)
#   BENCH_POOL         the server's database connections (twice the processors, at least 4)
#   BENCH_HTTP_PORT    (18085)  BENCH_PG_PORT (18086)
#   BENCH_PG_BIN       a PostgreSQL's bin directory; see postgres.sh
#   BENCH_PG_OUTSIDE   not empty: the empty database that PGHOST, PGPORT, PGUSER, PGPASSWORD and
#                      PGDATABASE name is used and no server is started
#   POLYDESK_JAVA_HOME, POLYDESK_JAVA_OPTS are the launcher's, POLYDESK_LOG_ACCESS etc. the server's
set -euo pipefail

export PGOPTIONS="${PGOPTIONS:-} -c client_min_messages=warning"
home=$(cd "$(dirname "$0")/.." && pwd -P)
target=$home/benchmarks/target
. "$home/benchmarks/postgres.sh"

connections=${BENCH_CONNECTIONS:-16}
warm_up=${BENCH_WARM_UP:-30}
seconds=${BENCH_SECONDS:-8}
rounds=${BENCH_ROUNDS:-3}
tickets=${BENCH_TICKETS:-100000}
processors=$(getconf _NPROCESSORS_ONLN)
pool=${BENCH_POOL:-$((2 * processors > 4 ? 2 * processors : 4))}
http_port=${BENCH_HTTP_PORT:-18085}
password=measured-admin-1
few=1000
work=$target/tikting
report=$target/tikting.md
server_pid=

say() {
  printf '%s %s\n' "$(date +%H:%M:%S)" "$*" >&2
}

server_stop() {
  if [[ -n $server_pid ]]; then
    kill "$server_pid" 2>/dev/null || true
    wait "$server_pid" 2>/dev/null || true
    server_pid=
  fi
}
trap 'server_stop; pg_stop' EXIT
trap 'exit 130' INT TERM

build() {
  local jar=$target/benchmarks.jar
  if [[ ! -f $jar || -n $(find "$home/benchmarks/pom.xml" "$home/benchmarks/src" -newer "$jar") ]]; then
    say "building the load generator"
    (cd "$home" && ./mvnw -q -B -ntp -Pbenchmarks -DskipTests -Dspotless.check.skip=true \
      -pl benchmarks -am package)
    touch "$jar"
  fi
}

database_start() {
  if [[ -z ${BENCH_PG_OUTSIDE:-} ]]; then
    pg_find
    export PGHOST=127.0.0.1 PGPORT=${BENCH_PG_PORT:-18086} PGUSER=postgres PGDATABASE=postgres
    pg_start "$work/pg" "$PGPORT"
  fi
}

sql() {
  psql -X -q -A -t -v ON_ERROR_STOP=1 -c "$1"
}

server_start() {
  POLYDESK_DATABASE_URL=postgresql://$PGHOST:${PGPORT:-5432}/$PGDATABASE \
    POLYDESK_DATABASE_USER=$PGUSER POLYDESK_DATABASE_PASSWORD=${PGPASSWORD:-} \
    POLYDESK_DATABASE_POOL_SIZE=$pool POLYDESK_ADMIN_PASSWORD=$password \
    POLYDESK_LIMITS_ENABLED=false POLYDESK_DATA_DIR=$work/data POLYDESK_HTTP_HOST=127.0.0.1 \
    POLYDESK_HTTP_PORT=$http_port "$home/polydesk" serve >"$work/server.out" 2>"$work/server.log" &
  server_pid=$!
  for ((i = 0; i < 1200; i++)); do
    if curl -fs -o "$work/ready" "http://127.0.0.1:$http_port/ready"; then
      return
    fi
    if ! kill -0 "$server_pid" 2>/dev/null; then
      break
    fi
    sleep 0.25
  done
  tail -20 "$work/server.log" >&2
  exit 1
}

# The generator runs on whatever Java there is; one line of name=value words is its answer.
load() {
  "${JAVA_HOME:+$JAVA_HOME/bin/}java" -XX:+UseSerialGC -Xmx256m -XX:TieredStopAtLevel=1 \
    -cp "$target/benchmarks.jar" org.polydesk.benchmarks.load.LoadGenerator \
    server="http://127.0.0.1:$http_port" user=admin password=$password \
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
  sql "truncate ticket, audit, outbox cascade"
  load operation=register warm-up=0 seconds=600 count=$few >/dev/null
}

get_range() {
  sql "select 'lowest=' || min(ticket_number) || ' highest=' || max(ticket_number) from ticket"
}

# Measures operation $1 in a store that is $2 (empty or full); prints the middle round.
measure() {
  local round answer server_before database_before micros all=
  for ((round = 0; round < rounds; round++)); do
    if [[ $2 == empty ]]; then
      empty_store
    fi
    server_before=$(spent "$server_pid")
    database_before=$(spent database)
    # shellcheck disable=SC2046 # two words
    answer=$(load operation="$1" warm-up=0 seconds="$seconds" $(get_range))
    micros=$(awk -v n="$(value requests "$answer")" -v hertz="$(getconf CLK_TCK)" \
      -v s=$(($(spent "$server_pid") - server_before)) \
      -v d=$(($(spent database) - database_before)) \
      'BEGIN { printf "server_us=%.0f database_us=%.0f", s * 1e6 / hertz / n, d * 1e6 / hertz / n }')
    say "$2 store, $answer $micros"
    all+="$(value rps "$answer") $answer $micros"$'\n'
  done
  sort -n <<<"${all%$'\n'}" | sed -n "$(((rounds + 1) / 2))p"
}

fill() {
  local missing=$((tickets - $(sql "select count(*) from ticket")))
  if ((missing > 0)); then
    say "registering $missing more tickets"
    say "$(load operation=register warm-up=0 seconds=36000 count=$missing)"
  fi
}

# Statements that the server sends for operation $1, in short; those of key blocks left out.
statements_sent() {
  load operation="$1" connections=1 warm-up=0 seconds=60 count=20 \
    lowest="$(sql 'select max(ticket_number) from ticket')" \
    highest="$(sql 'select max(ticket_number) from ticket')" >/dev/null
  sed -n -e '/first_key/d' -e 's/^\([0-9]*\) LOG: *\(execute [^:]*\|statement\): /\1 /p' "$pg_data.log" |
    awk '{ line[NR] = $0; pid[NR] = $1; if (/select security_stamp/) last = NR }
      END { for (i = last; i <= NR; i++) if (pid[i] == pid[last]) print line[i] }' |
    sed 's/^[0-9]* //' | short
}

statements_of_pgbench() {
  grep -E '^(select|insert|update|delete|begin|commit)' "$home/benchmarks/pgbench/$1.sql" | short
}

short() {
  tr 'A-Z' 'a-z' | tr -d ';,' | awk '{ print $1, $2, $3 }' | sed 's/ *$//'
}

# Says so when the scripts for pgbench have fallen behind the server.
compare_statements() {
  if [[ -z ${pg_data:-} ]]; then
    return
  fi
  sql "alter system set log_statement = 'all'"
  sql "select pg_reload_conf()" >/dev/null
  sleep 1
  local operation
  for operation in register get; do
    statements_sent $operation >"$work/$operation.sent"
    statements_of_pgbench $operation >"$work/$operation.pgbench"
    if diff "$work/$operation.sent" "$work/$operation.pgbench" >&2; then
      say "$operation sends $(wc -l <"$work/$operation.sent") statements, the same as pgbench"
    else
      echo "**pgbench/$operation.sql is no longer what the server sends; its ratio means little.**"
    fi
  done
  sql "alter system reset log_statement"
  sql "select pg_reload_conf()" >/dev/null
}

# Transactions a second of script $1 alone on the machine; the middle round.
measure_pgbench() {
  local round answer all= range
  range=$(get_range)
  for ((round = 0; round < rounds; round++)); do
    answer=$(pgbench -n -M prepared -c "$pool" -j 1 -T "$seconds" -f "$home/benchmarks/pgbench/$1.sql" \
      -D admin="$admin" -D "${range% *}" -D "${range#* }" 2>"$work/pgbench.log")
    all+="$(sed -n 's/^tps = \([0-9.]*\).*without.*/\1/p' <<<"$answer")"$'\n'
    say "pgbench $1: $(sed -n 's/^tps = //p' <<<"$answer")"
  done
  sort -n <<<"${all%$'\n'}" | sed -n "$(((rounds + 1) / 2))p"
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
  java=$(readlink "/proc/$server_pid/exe" 2>/dev/null || echo /none/bin/java)
  sed -n 's/^\(JAVA_VERSION\|IMPLEMENTOR\)="\(.*\)"/\2/p' "${java%/bin/java}/release" 2>/dev/null | paste -sd' '
}

machine() {
  echo "$(date -u +%F), $processors processors, $(awk '/MemTotal/ { printf "%.0f GiB", $2 / 1048576 }' \
    /proc/meminfo 2>/dev/null || true), $(uname -sr)"
  echo "$(sql 'show server_version' | sed 's/^/PostgreSQL /'), $(pgbench --version)," \
    "server on Java $(java_version)"
  echo "$connections connections, pool of $pool, middle of $rounds times $seconds s, load at the start $(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || true)"
}

rm -rf "$work"
mkdir -p "$work"
build
database_start
say "starting the server"
server_start
admin=$(sql "select user_id from app_user where login_name = 'admin'")
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
held=$(sql "select count(*) from ticket")
warnings=$(compare_statements)
server_stop
get_pgbench=$(measure_pgbench get)
register_pgbench=$(measure_pgbench register)

{
  echo "$header" | sed 's/$/  /'
  echo
  if [[ -n $warnings ]]; then
    printf '%s\n\n' "$warnings"
  fi
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
