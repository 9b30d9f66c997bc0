# Where the test servers live; read by the scripts beside this file and by ../../test.
# shellcheck shell=bash disable=SC2034
SERVERS=${XDG_CACHE_HOME:-$HOME/.cache}/shirase
PDS_VERSION=0.4.217
PLC_VERSION=0.0.1
# One part is compiled for the Node.js at hand, so another Node.js needs another folder
PDS_MODULES=$SERVERS/npm/pds-$PDS_VERSION-abi$(node -p process.versions.modules 2>/dev/null)
PRISM_VERSION=5.14.2
PRISM_MODULES=$SERVERS/npm/prism-$PRISM_VERSION
TWITTER_TEXT_VERSION=3.1.0
TWITTER_TEXT_MODULES=$SERVERS/npm/twitter-text-$TWITTER_TEXT_VERSION

# Folder of the newest PostgreSQL server programs, or nothing.
postgres_programs() {
    local initdb
    initdb=$(ls -d /usr/lib/postgresql/*/bin/initdb 2>/dev/null | sort -V | tail -1)
    [ -n "$initdb" ] || initdb=$(command -v initdb 2>/dev/null)
    [ -n "$initdb" ] && dirname "$initdb"
}

# A browser that the journeys can drive, or nothing.
chromium_program() {
    local name
    for name in ${SHIRASE_CHROMIUM:-} chromium chromium-browser google-chrome; do
        command -v "$name" 2>/dev/null && return 0
    done
    return 1
}
