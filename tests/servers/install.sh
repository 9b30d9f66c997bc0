#!/bin/bash
# Installs what the tests need and this machine lacks: packages by apt (Debian, Ubuntu), the Bluesky server by npm.
# "install.sh scan" adds the scanners of ./test soak. Nothing that is there already is touched. What cannot be had is named; the tests that need it are then skipped by name.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/places.sh"

say() { echo "install: $*"; }
has_program() { command -v "$1" >/dev/null 2>&1; }
has_library() { ldconfig -p 2>/dev/null | grep -q "$1" || /sbin/ldconfig -p 2>/dev/null | grep -q "$1"; }
has_package() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

as_root=()
[ "$(id -u)" -eq 0 ] || as_root=(sudo -n)

updated=
apt_install() {
    if ! has_program apt-get; then
        say "no apt-get here; please install by hand: $*"
        return 1
    fi
    if [ "$(id -u)" -ne 0 ] && ! sudo -n true 2>/dev/null; then
        say "neither root nor sudo without a password; please install by hand: $*"
        return 1
    fi
    [ -n "$updated" ] || { "${as_root[@]}" apt-get update -qq >/dev/null; updated=yes; }
    say "$*"
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        -o Dpkg::Options::=--force-confold "$@" >/dev/null || say "not to be had: $*"
}

need=()
has_library 'libsqlite3\.so\.0' || need+=(libsqlite3-0)
has_program chromium || has_program chromium-browser || has_program google-chrome || need+=(chromium)
has_program vipsthumbnail || need+=(libvips-tools)
has_program pdftotext || need+=(poppler-utils)
has_program zbarimg || need+=(zbar-tools)
has_library 'libmecab\.so\.2' || need+=(libmecab2)
[ -e /var/lib/mecab/dic/ipadic-utf8/sys.dic ] || need+=(mecab-ipadic-utf8)
has_program curl || need+=(curl)
for font in fonts-noto-cjk fonts-noto-color-emoji; do has_package "$font" || need+=("$font"); done
has_program node || need+=(nodejs)
has_program npm || need+=(npm)
if [ "${1:-}" = scan ]; then
    for program in wapiti sqlmap openssl python3; do has_program "$program" || need+=("$program"); done
fi
[ ${#need[@]} -eq 0 ] || apt_install "${need[@]}"

if ! has_library libicuuc; then
    [ -n "$updated" ] || { "${as_root[@]}" apt-get update -qq >/dev/null 2>&1; updated=yes; }
    icu=$(apt-cache pkgnames libicu 2>/dev/null | grep -E '^libicu[0-9]+$' | sort -V | tail -1)
    [ -z "$icu" ] || apt_install "$icu"
fi

if [ -z "$(postgres_programs)" ]; then
    # Only the programs are wanted: Debian would otherwise create and start a cluster for the whole machine
    if [ ! -e /etc/postgresql-common/createcluster.conf ]; then
        "${as_root[@]}" mkdir -p /etc/postgresql-common 2>/dev/null &&
            echo 'create_main_cluster = false' | "${as_root[@]}" tee /etc/postgresql-common/createcluster.conf >/dev/null 2>&1
    fi
    apt_install postgresql
fi

# Node.js may have come just now
. "$here/places.sh"
if [ ! -f "$PDS_MODULES/.complete" ] && has_program npm; then
    build=()
    for program in python3 make g++; do has_program "$program" || build+=("$program"); done
    [ ${#build[@]} -eq 0 ] || apt_install "${build[@]}"
    # One part is compiled here; the headers beside this Node.js spare a download
    node_home=$(dirname "$(dirname "$(readlink -f "$(command -v node)")")")
    [ ! -d "$node_home/include/node" ] || export npm_config_nodedir=$node_home
    say "Bluesky server $PDS_VERSION (about a minute, once)"
    mkdir -p "$PDS_MODULES"
    echo '{"private":true}' >"$PDS_MODULES/package.json"
    if (cd "$PDS_MODULES" && npm install --no-audit --no-fund --no-package-lock --save-exact --loglevel=error \
        "@atproto/pds@$PDS_VERSION" "@did-plc/server@$PLC_VERSION") >"$PDS_MODULES/install.log" 2>&1; then
        touch "$PDS_MODULES/.complete"
    else
        say "the Bluesky server could not be installed:"
        tail -3 "$PDS_MODULES/install.log"
    fi
fi

# Prism checks requests to X against X's own description, which stands beside the repository or not
if [ ! -f "$PRISM_MODULES/.complete" ] && has_program npm && ls "${SHIRASE_SHARED:-$here/../../../shared}"/counterparts/openapi/x/*.json >/dev/null 2>&1; then
    say "Prism $PRISM_VERSION (a quarter of a minute, once)"
    mkdir -p "$PRISM_MODULES"
    echo '{"private":true}' >"$PRISM_MODULES/package.json"
    if (cd "$PRISM_MODULES" && npm install --no-audit --no-fund --no-package-lock --save-exact --loglevel=error \
        "@stoplight/prism-cli@$PRISM_VERSION") >"$PRISM_MODULES/install.log" 2>&1; then
        touch "$PRISM_MODULES/.complete"
    else
        say "Prism could not be installed:"
        tail -3 "$PRISM_MODULES/install.log"
    fi
fi

# X's own counting library, which tests ask whether we count the same
if [ ! -f "$TWITTER_TEXT_MODULES/.complete" ] && has_program npm; then
    say "twitter-text $TWITTER_TEXT_VERSION (some seconds, once)"
    mkdir -p "$TWITTER_TEXT_MODULES"
    echo '{"private":true}' >"$TWITTER_TEXT_MODULES/package.json"
    if (cd "$TWITTER_TEXT_MODULES" && npm install --no-audit --no-fund --no-package-lock --save-exact --loglevel=error \
        "twitter-text@$TWITTER_TEXT_VERSION") >"$TWITTER_TEXT_MODULES/install.log" 2>&1; then
        touch "$TWITTER_TEXT_MODULES/.complete"
    else
        say "twitter-text could not be installed:"
        tail -3 "$TWITTER_TEXT_MODULES/install.log"
    fi
fi
exit 0
