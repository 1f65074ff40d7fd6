# A PostgreSQL of one's own for a measurement; sourced by bash scripts that set $home.
#
# BENCH_PG_BIN names a directory with initdb, pg_ctl and postgres. Without it the server that the
# tests use is taken out of the local Maven repository or, if it is not there, an installed one.

# Sets pg_bin.
pg_find() {
  pg_bin=${BENCH_PG_BIN:-}
  if [[ -z $pg_bin ]]; then
    pg_unpack || pg_installed
  fi
  if [[ ! -x $pg_bin/initdb ]]; then
    echo "No PostgreSQL was found; BENCH_PG_BIN says where its programs are." >&2
    exit 1
  fi
}

pg_unpack() {
  local version platform artifact jar
  version=$(sed -n 's|.*<embedded-postgres-binaries.version>\(.*\)</.*|\1|p' "$home/pom.xml")
  case $(uname -s)-$(uname -m) in
    Linux-x86_64) platform=linux-amd64 ;;
    Darwin-x86_64) platform=darwin-amd64 ;;
    *) return 1 ;;
  esac
  artifact=embedded-postgres-binaries-$platform
  jar=$HOME/.m2/repository/io/zonky/test/postgres/$artifact/$version/$artifact-$version.jar
  [[ -f $jar ]] && command -v unzip xz >/dev/null || return 1
  pg_bin=$home/benchmarks/target/postgres-$version/bin
  if [[ ! -x $pg_bin/postgres ]]; then
    mkdir -p "${pg_bin%/bin}"
    unzip -p "$jar" '*.txz' | tar -xJ -C "${pg_bin%/bin}"
  fi
}

pg_installed() {
  local place
  for place in /usr/lib/postgresql/*/bin "$(dirname "$(command -v initdb || echo /none/initdb)")"; do
    if [[ -x $place/initdb ]]; then
      pg_bin=$place
    fi
  done
}

# PostgreSQL refuses to run as root.
pg_unprivileged() {
  if [[ $(id -u) == 0 ]]; then
    unshare -U -- "$@"
  else
    "$@"
  fi
}

# Makes a new cluster in directory $1 and starts it on port $2.
pg_start() {
  pg_data=$1
  rm -rf "$pg_data" "$pg_data".*log
  mkdir -p "$pg_data"
  chmod 700 "$pg_data"
  pg_unprivileged "$pg_bin/initdb" -D "$pg_data" -U postgres -A trust -E UTF8 --locale=C \
    >"$pg_data.initdb.log" 2>&1
  # So much log that no checkpoint falls into a measurement; everything else as it comes.
  cat >>"$pg_data/postgresql.conf" <<END
listen_addresses = '127.0.0.1'
port = $2
unix_socket_directories = ''
max_wal_size = '16GB'
checkpoint_timeout = '1h'
log_line_prefix = '%p %n '
END
  pg_unprivileged "$pg_bin/pg_ctl" -D "$pg_data" -l "$pg_data.log" -w -t 60 start >/dev/null
}

pg_stop() {
  if [[ -n ${pg_data:-} && -f $pg_data/postmaster.pid ]]; then
    pg_unprivileged "$pg_bin/pg_ctl" -D "$pg_data" -m fast -w stop >/dev/null || true
  fi
}
