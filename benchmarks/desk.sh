# What all measurements of a server share; sourced by bash scripts that set $home, after postgres.sh.
#
#   BENCH_TICKETS      tickets of the large desk (1000000)
#   BENCH_FEW          tickets of the small desk (10000)
#   BENCH_CONNECTIONS  connections of the load generator (16)
#   BENCH_POOL         a server's database connections (twice the processors, at least 4)
#   BENCH_PGBENCH      seconds of pgbench for each operation, whole ones (1)
#   BENCH_HTTP_PORT    the large desk's; the small one's is the next (18185)  BENCH_PG_PORT (18184)
#   BENCH_PG_BIN       a PostgreSQL's bin directory; see postgres.sh
#   BENCH_DESKS        set by run-all.sh: the directory of a PostgreSQL that runs already and has
#                      the desks
#   POLYDESK_JAVA_HOME, POLYDESK_JAVA_OPTS are the launcher's, which gives a server 512 MB of heap
export PGOPTIONS="${PGOPTIONS:-} -c client_min_messages=warning"
target=$home/benchmarks/target
tickets=${BENCH_TICKETS:-1000000}
few=${BENCH_FEW:-10000}
connections=${BENCH_CONNECTIONS:-16}
processors=$(getconf _NPROCESSORS_ONLN)
pool=${BENCH_POOL:-$((2 * processors > 4 ? 2 * processors : 4))}
http_port=${BENCH_HTTP_PORT:-18185}
password=measured-admin-1
servers=()
sampler=

say() {
  printf '%s %s\n' "$(date +%H:%M:%S)" "$*" >&2
}

servers_stop() {
  local pid
  for pid in $sampler "${servers[@]}"; do
    kill "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  done
  servers=()
  sampler=
}

# Ends what was begun, but for a PostgreSQL that belongs to somebody else.
desk_end() {
  servers_stop
  if [[ -z ${BENCH_DESKS:-} ]]; then
    pg_stop
  fi
}

sql() {
  psql -X -q -A -t -v ON_ERROR_STOP=1 -d "$1" -c "$2"
}

build() {
  local jar=$target/benchmarks.jar
  if [[ ! -f $jar || -n $(find "$home/benchmarks/pom.xml" "$home/benchmarks/src" -newer "$jar") ]]; then
    say "building the load generator"
    (cd "$home" && ./mvnw -q -B -ntp -Pbenchmarks -DskipTests -Dspotless.check.skip=true \
      -pl benchmarks -am package)
    touch "$jar"
  fi
}

# Sets $settings to those of the launcher for database $1.
desk_settings() {
  settings=(POLYDESK_DATABASE_URL=postgresql://"$PGHOST:${PGPORT:-5432}/$1"
    POLYDESK_DATABASE_USER="$PGUSER" POLYDESK_DATABASE_PASSWORD="${PGPASSWORD:-}"
    POLYDESK_DATABASE_POOL_SIZE="$pool" POLYDESK_ADMIN_PASSWORD="$password"
    POLYDESK_LIMITS_ENABLED=false POLYDESK_DATA_DIR="$desks/data-$1")
}

# Runs the launcher on database $1 with the rest of the words.
polydesk() {
  local settings
  desk_settings "$1"
  shift
  env "${settings[@]}" "$home/polydesk" "$@"
}

# Starts a server on database $1 and port $2.
serve() {
  local settings
  desk_settings "$1"
  env "${settings[@]}" POLYDESK_HTTP_HOST=127.0.0.1 POLYDESK_HTTP_PORT="$2" "$home/polydesk" serve \
    >"$work/$1.out" 2>"$work/$1.log" &
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

# The generator runs on whatever Java there is.
java_run() {
  "${JAVA_HOME:+$JAVA_HOME/bin/}java" -XX:+UseSerialGC -Xmx256m -XX:TieredStopAtLevel=1 \
    -cp "$target/benchmarks.jar" "org.polydesk.benchmarks.load.$@"
}

# Begins measurement $1: makes $work and $report, and sees that the desks are there.
desk_begin() {
  work=$target/$1
  report=$target/$1.md
  desks=${BENCH_DESKS:-$target/desks}
  trap desk_end EXIT
  trap 'exit 130' INT TERM
  rm -rf "$work"
  mkdir -p "$work" "$desks"
  build
  export PGHOST=127.0.0.1 PGPORT=${BENCH_PG_PORT:-18184} PGUSER=postgres
  pg_find
  pg_data=$desks/pg
  if [[ -z ${BENCH_DESKS:-} ]]; then
    desks_fill
  fi
}

# A new PostgreSQL with a large and a small desk.
desks_fill() {
  local name
  pg_start "$desks/pg" "$PGPORT"
  rm -rf "$desks"/data-*
  for name in large small; do
    sql postgres "create database $name"
    polydesk $name migrate >"$work/$name.migrated" 2>&1
    # The default desk and its administrator are made by a server.
    serve $name $((http_port + (${#servers[@]})))
  done
  servers_stop
  say "filling desks with $tickets and $few tickets"
  psql -X -q -d large -v tickets="$tickets" -f "$home/benchmarks/lists/fill.sql" >"$work/fill.log"
  psql -X -q -d small -v tickets="$few" -f "$home/benchmarks/lists/fill.sql" >>"$work/fill.log"
  sql large checkpoint
  say "filled"
}

# An open ticket in the middle of the large desk.
sample_ticket() {
  sql large "select max(ticket_number) from ticket
    where ticket_number <= $tickets / 2 and deleted_at is null and status_id = 1"
}

# Runs the rest of the words, which print what Once prints, while PostgreSQL of database $1 logs, and
# makes scripts for pgbench of that.
scripts() {
  local database=$1 from
  shift
  "$@" >"$work/warm"
  sql "$database" "alter system set log_statement = 'all'"
  sql "$database" "select pg_reload_conf()" >/dev/null
  sleep 1
  from=$(($(wc -c <"$pg_data.log") + 1))
  "$@" >"$work/operations"
  sql "$database" "alter system reset log_statement"
  sql "$database" "select pg_reload_conf()" >/dev/null
  tail -c "+$from" "$pg_data.log" >"$work/statements.log"
  mkdir -p "$work/pgbench"
  java_run PgbenchScripts "$work/statements.log" "$work/operations" "$work/pgbench" "$tickets"
}

# Transactions a second on database $1 of every script, one a line, alone on the machine.
pgbench_all() {
  local script mode
  for script in "$work"/pgbench/*.sql; do
    # What the server plans anew is planned anew here too.
    mode=prepared
    if grep -q force_custom_plan "$script"; then
      mode=extended
    fi
    PGOPTIONS="$PGOPTIONS -c plan_cache_mode=force_generic_plan" pgbench -n -M $mode -c "$pool" -j 1 \
      -T "${BENCH_PGBENCH:-1}" -f "$script" "$1" 2>"${script%.sql}.log" |
      sed -n 's/^tps = \([0-9.]*\).*without.*/\1/p' | grep . || echo 0
  done
}

machine() {
  echo "$(date -u +%F), $processors processors, $(awk '/MemTotal/ { printf "%.0f GiB", $2 / 1048576 }' \
    /proc/meminfo), PostgreSQL $(sql postgres 'show server_version'), $connections connections, pool of $pool," \
    "load at the start $(cut -d' ' -f1-3 /proc/loadavg)"
}

# Writes the memory of the first server's process, and of its heap, in kilobytes, every five seconds.
memory_sample() {
  local heap
  while sleep 5; do
    heap=$(jcmd "${servers[0]}" GC.heap_info 2>/dev/null |
      awk 'match($0, / used [0-9]+K/) && !/Metaspace|class space/ {
        sum += substr($0, RSTART + 6, RLENGTH - 7) } END { printf "%d", sum }' || true)
    echo "$(sed -n 's/^VmRSS:[^0-9]*\([0-9]*\).*/\1/p' "/proc/${servers[0]}/status") ${heap:-0}"
  done >"$work/memory"
}

memory_most() {
  awk '{ rss = $1 > rss ? $1 : rss; heap = $2 > heap ? $2 : heap }
    END { printf "%.0f MB resident, %.0f MB of heap", rss / 1024, heap / 1024 }' "$work/memory"
}

# The figures and pgbench's, as a table; with the small desk's where it was measured.
table() {
  paste "$work/figures" "$work/tps" | awk -F '\t' -v few="$few" '
    function mark(missed) { return missed ? " **missed**" : "" }
    NR == 1 {
      small = NF > 7
      printf "| operation | requests/s | p50 ms | p99 ms | errors |%s pgbench/s | server : pgbench |\n",
        small ? " p50 at " few " | large : small |" : ""
      printf "|---|---|---|---|---|%s---|---|\n", small ? "---|---|" : ""
    }
    {
      tps = $NF
      share = tps > 0 ? $3 / tps : 0
      printf "| %s | %s | %s | %s | %s |", $1, $3, $4, $5, $6
      if (small) {
        times = $7 > 0 ? $4 / $7 : 0
        printf " %s | %.2f%s |", $7, times, mark($2 == "list" && times > 1.5)
      }
      if (tps > 0) printf " %.0f | %.2f%s |\n", tps, share, mark(share < ($2 == "write" ? 0.25 : 0.3))
      else printf " not measured | |\n"
    }'
}

door_measure() {
  local door=$1 secret=$2
  shift 2
  java_run DoorBenchmark door="$door" server="http://127.0.0.1:$http_port" secret="$secret" \
    tickets="$tickets" connections="$connections" "$@"
}

# Measures door $1 of the large desk with the secret $2 and further words; prints a table.
door_run() {
  local door=$1 secret=$2 sample
  shift 2
  sample=$(sample_ticket)
  say "warming up $door"
  door_measure "$door" "$secret" warm-up=0.1 seconds=0.3 "$@" >"$work/warm"
  say "measuring $door"
  door_measure "$door" "$secret" warm-up="${BENCH_WARM_UP:-1}" seconds="${BENCH_SECONDS:-2}" "$@" |
    tee "$work/figures" >&2
  scripts large java_run DoorBenchmark door="$door" server="http://127.0.0.1:$http_port" \
    secret="$secret" tickets="$tickets" once="$sample" "$@"
  servers_stop
  say "measuring with pgbench"
  pgbench_all large >"$work/tps"
  {
    echo "$header, $tickets tickets."
    echo
    table
  } | tee "$report"
}
