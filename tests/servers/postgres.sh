#!/bin/bash
# A private PostgreSQL cluster for tests: postgres.sh start FOLDER | crash FOLDER | stop FOLDER
# It listens on a free loopback port, belongs to nobody else and forgets everything. start prints SHIRASE_PG=…;
# crash ends it in the middle of everything and starts it again on the same port, with what its log had kept.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/places.sh"
verb=${1:?start, crash or stop}
folder=${2:?a folder for the data}
programs=$(postgres_programs)
[ -n "$programs" ] || { echo "PostgreSQL is not installed: run tests/servers/install.sh" >&2; exit 1; }

# PostgreSQL refuses to run as root
as_owner() {
    if [ "$(id -u)" -eq 0 ]; then
        (cd / && runuser -u postgres -- "$@")
    else
        "$@"
    fi
}

case $verb in
start)
    mkdir -p "$folder" && rm -rf "${folder:?}/data"
    [ "$(id -u)" -ne 0 ] || chown postgres "$folder"
    as_owner "$programs/initdb" -D "$folder/data" -U shirase -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null || exit 1
    for _ in $(seq 1 10); do
        port=$((20000 + RANDOM % 12000))
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && continue
        # Durability is not what tests of a throw-away cluster ask for
        options="-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c full_page_writes=off"
        options+=" -c shared_buffers=64MB -c max_connections=200 -c timezone=UTC"
        if as_owner "$programs/pg_ctl" -D "$folder/data" -w -t 30 -l "$folder/data/server.log" -o "$options" start >/dev/null 2>&1; then
            echo "SHIRASE_PG=Host=127.0.0.1;Port=$port;Username=shirase;Database=postgres"
            exit 0
        fi
    done
    tail -5 "$folder/data/server.log" >&2
    exit 1
    ;;
crash)
    as_owner "$programs/pg_ctl" -D "$folder/data" -m immediate -w -t 30 -l "$folder/data/server.log" restart >/dev/null 2>&1
    exit $?
    ;;
stop)
    [ -d "$folder/data" ] && as_owner "$programs/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1
    exit 0
    ;;
*)
    echo "start, crash or stop, not '$verb'" >&2
    exit 2
    ;;
esac
