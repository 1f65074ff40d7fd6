#!/usr/bin/env bash
# Measures how long `./polydesk demo` takes until /ready says yes, and how much memory it holds when
# nobody asks for anything. Prints a table and keeps it in benchmarks/target/startup.md. See
# docs/benchmarks.md.
#
#   BENCH_JAVA_HOMES    Java homes, separated by blanks (one of each release in /usr/lib/jvm, or
#                       JAVA_HOME)
#   BENCH_STARTS        starts of each kind, of which the one in the middle counts (5)
#   BENCH_IDLE_SECONDS  how long after the start memory is looked at (15)
#   BENCH_HTTP_PORT     (18087)
#   BENCH_DROP_CACHES   not empty: also starts with nothing in the system's file cache; needs root
set -euo pipefail

home=$(cd "$(dirname "$0")/.." && pwd -P)
starts=${BENCH_STARTS:-5}
idle=${BENCH_IDLE_SECONDS:-15}
port=${BENCH_HTTP_PORT:-18087}
work=$home/benchmarks/target/startup
report=$home/benchmarks/target/startup.md
server_pid=

stop() {
  if [[ -n $server_pid ]]; then
    kill "$server_pid" 2>/dev/null || true
    wait "$server_pid" 2>/dev/null || true
    server_pid=
  fi
}
trap stop EXIT
trap 'exit 130' INT TERM

release_of() {
  sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$1/release" 2>/dev/null
}

# One home for each release that can run the server.
java_homes() {
  local place seen=' ' release
  for place in ${BENCH_JAVA_HOMES:-/usr/lib/jvm/* ${JAVA_HOME:-}}; do
    release=$(release_of "$place" || true)
    if [[ -n $release && ${release%%.*} -ge 17 && $seen != *" $release "* ]]; then
      seen+="$release "
      echo "$place"
    fi
  done
}

is_ready() {
  local answer=
  {
    exec 3<>"/dev/tcp/127.0.0.1/$port" &&
      printf 'GET /ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3 &&
      read -r -t 5 answer <&3
  } 2>/dev/null || true
  exec 3>&- 3<&- || true
  [[ $answer == *' 200 '* ]]
}

millis() {
  echo $(($(date +%s%N) / 1000000))
}

# Starts the demo and sets took to milliseconds until it is ready.
start() {
  local begun
  begun=$(millis)
  POLYDESK_JAVA_HOME=$java_home "$home/polydesk" demo --port "$port" >"$work/out" 2>"$work/err" &
  server_pid=$!
  until is_ready; do
    if ! kill -0 "$server_pid" 2>/dev/null; then
      cat "$work/err" >&2
      exit 1
    fi
    sleep 0.02
  done
  took=$(($(millis) - begun))
}

# Starts several times, with what $1 does before each; sets middle.
starts_after() {
  local all=
  for ((i = 0; i < starts; i++)); do
    "$1"
    start
    stop
    all+="$took "
  done
  echo "  $1: $all" >&2
  middle=$(tr ' ' '\n' <<<"${all% }" | sort -n | sed -n "$(((starts + 1) / 2))p")
}

nothing() { :; }

drop_caches() {
  sync
  echo 3 >/proc/sys/vm/drop_caches
}

# An empty archive tells the launcher that none could be made.
forget_archive() {
  for archive in "$home"/bootstrap/target/polydesk-*.aot "$home"/bootstrap/target/polydesk-*.jsa; do
    if [[ -s $archive ]]; then
      : >"$archive"
    fi
  done
}

remove_archives() {
  rm -f "$home"/bootstrap/target/polydesk-*.aot "$home"/bootstrap/target/polydesk-*.jsa
}

mkdir -p "$work"
POLYDESK_JAVA_HOME='' "$home/polydesk" --version >&2

{
  echo "$(date -u +%F), $(getconf _NPROCESSORS_ONLN) processors, $(uname -sr), middle of $starts starts," \
    "load at the start $(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || true)"
  echo
  echo "| Java | first start, with its rehearsal, s | later starts, s | without an archive, s | file cache empty, s | idle, MiB |"
  echo "|---|---|---|---|---|---|"
  for java_home in $(java_homes); do
    echo "Java $(release_of "$java_home")" >&2
    remove_archives
    start
    stop
    first=$took
    starts_after nothing
    later=$middle
    cold=
    if [[ -n ${BENCH_DROP_CACHES:-} ]]; then
      starts_after drop_caches
      cold=$middle
    fi
    start
    sleep "$idle"
    memory=$(ps -o rss= -p "$server_pid")
    stop
    forget_archive
    starts_after nothing
    awk -v java="$(release_of "$java_home")" -v first="$first" -v later="$later" -v plain="$middle" \
      -v cold="$cold" -v memory="$memory" 'BEGIN {
        printf "| %s | %.1f | %.1f | %.1f | %s | %.0f |\n", java, first / 1000, later / 1000,
          plain / 1000, (cold == "" ? "–" : sprintf("%.1f", cold / 1000)), memory / 1024 }'
    remove_archives
  done
} | tee "$report"
