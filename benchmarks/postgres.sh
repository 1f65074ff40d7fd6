# A PostgreSQL of one's own for a measurement; to be sourced by scripts that set `set -eu`.
#
# POLYDESK_BENCH_PG_BIN names a directory with initdb, pg_ctl and postgres. Without it the server
# that the tests use is taken out of the local Maven repository, and if it is not there an installed
# one. POLYDESK_BENCH_PG_URL (postgresql://user:password@host:port/name) names a server that runs
# already; its database is dropped from nothing, so give an empty one.

# Sets PG_BIN.
pg_find() {
  if [ -n "${POLYDESK_BENCH_PG_BIN:-}" ]; then
    PG_BIN=$POLYDESK_BENCH_PG_BIN
    return
  fi
  pg_version=$(sed -n 's|.*<embedded-postgres-binaries.version>\(.*\)</.*|\1|p' "$home/pom.xml")
  case $(uname -s)-$(uname -m) in
    Linux-x86_64) pg_platform=linux-amd64 ;;
    Darwin-x86_64) pg_platform=darwin-amd64 ;;
    *) pg_platform=none ;;
  esac
  pg_artifact=embedded-postgres-binaries-$pg_platform
  pg_jar=$HOME/.m2/repository/io/zonky/test/postgres/$pg_artifact/$pg_version/$pg_artifact-$pg_version.jar
  if [ -f "$pg_jar" ] && command -v unzip >/dev/null && command -v xz >/dev/null; then
    PG_BIN=$home/benchmarks/target/postgres-$pg_version/bin
    if [ ! -x "$PG_BIN/postgres" ]; then
      mkdir -p "${PG_BIN%/bin}"
      unzip -p "$pg_jar" '*.txz' | tar -xJ -C "${PG_BIN%/bin}"
    fi
    return
  fi
  PG_BIN=$(command -v initdb >/dev/null && dirname "$(command -v initdb)" || true)
  for pg_place in /usr/lib/postgresql/*/bin; do
    [ -x "$pg_place/initdb" ] && PG_BIN=$pg_place
  done
  if [ -z "$PG_BIN" ]; then
    echo "No PostgreSQL was found; POLYDESK_BENCH_PG_BIN says where one is." >&2
    exit 1
  fi
}

# PostgreSQL refuses to run as root.
pg_unprivileged() {
  if [ "$(id -u)" = 0 ]; then
    unshare -U -- "$@"
  else
    "$@"
  fi
}

# Makes a new cluster in directory $1 and starts it on port $2.
pg_start() {
  pg_data=$1
  pg_port=$2
  rm -rf "$pg_data"
  mkdir -p "$pg_data"
  chmod 700 "$pg_data"
  pg_unprivileged "$PG_BIN/initdb" -D "$pg_data" -U postgres -A trust -E UTF8 --locale=C \
    >"$pg_data.initdb.log" 2>&1
  # Large enough that no checkpoint falls into a measurement; everything else as it comes.
  {
    echo "listen_addresses = '127.0.0.1'"
    echo "port = $pg_port"
    echo "unix_socket_directories = ''"
    echo "max_wal_size = '8GB'"
    echo "checkpoint_timeout = '60min'"
    echo "${POLYDESK_BENCH_PG_CONFIG:-}"
  } >>"$pg_data/postgresql.conf"
  pg_unprivileged "$PG_BIN/pg_ctl" -D "$pg_data" -l "$pg_data.log" -w -t 60 start >/dev/null
}

pg_stop() {
  if [ -f "${pg_data:-/nonexistent}/postmaster.pid" ]; then
    pg_unprivileged "$PG_BIN/pg_ctl" -D "$pg_data" -m fast -w stop >/dev/null || true
  fi
}
