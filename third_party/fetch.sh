#!/usr/bin/env bash
# Brings third-party sources into build/third_party, pinned by version and SHA-256, with the patches
# of third_party/patches; nothing of them is committed. CMake calls this at configuration; when all is
# there it does nothing. Of a package that names folders nothing else is unpacked.
#
# The sources come as Debian source packages of the suite named below, from wherever this machine's
# own apt gets its packages: a temporary apt configuration is derived from that entry, the system's
# lists stay untouched. Elsewhere put the upstream tarball (same SHA-256) into the cache folder, or
# name a folder that has it in KRAIT_TARBALLS.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
into="$root/build/third_party"
cache="${XDG_CACHE_HOME:-$HOME/.cache}/krait"
suite=trixie

# package  version  tarball  SHA-256  folders (all of it when none is named)
pins=(
    "mbedtls 3.6.6 mbedtls_3.6.6.orig.tar.bz2 8fb65fae8dcae5840f793c0a334860a411f884cc537ea290ce1c52bb64ca007a"
    "micropython 1.25.0+ds micropython_1.25.0+ds.orig.tar.xz 7b25be99a502f070b2de81dafc08da7051d992325d6e67daa9045a918fffdbea lib/littlefs lib/oofatfs"
)

die() { printf 'error: %s\n' "$*" >&2; exit 1; }

matches() { [ -f "$1" ] && [ "$(sha256sum "$1" | cut -d' ' -f1)" = "$2" ]; }

# apt-get with the source entry of $suite only, its state in folder $1.
apt_get() {
    local state=$1 base
    shift
    if [ ! -f "$state/krait.sources" ]; then
        base=$(apt-get indextargets --no-release-info --format '$(REPO_URI)' "Component: main" \
            "Created-By: Packages" "Release: $(. /etc/os-release; echo "$VERSION_CODENAME")" |
            head -n 1)
        [ -n "$base" ] || die "apt names no package source to derive one from (apt-get indextargets)"
        mkdir -p "$state/lists/partial" "$state/cache/archives/partial"
        {
            printf 'Types: deb-src\nURIs: %s\nSuites: %s\nComponents: main\n' "$base" "$suite"
            local keyring=/usr/share/keyrings/debian-archive-keyring.gpg
            [ ! -f "$keyring" ] || printf 'Signed-By: %s\n' "$keyring"
        } >"$state/krait.sources"
    fi
    apt-get -q -o Dir::Etc::SourceList="$state/krait.sources" -o Dir::Etc::SourceParts=/dev/null \
        -o Dir::State::Lists="$state/lists" -o Dir::Cache="$state/cache" \
        -o APT::Sandbox::User=root "$@"
}

download() {
    local package=$1 version=$2 tarball=$3 state found
    state="$scratch/$package"
    mkdir -p "$state"
    echo "fetching $package $version (source package of $suite)"
    (
        cd "$state"
        apt_get "$state" update && apt_get "$state" source --tar-only --download-only "$package"
    ) >"$state/log" 2>&1 || { cat "$state/log" >&2; die "apt could not fetch the source of $package"; }
    found="$state/$tarball"
    [ -f "$found" ] || die "the suite $suite has another version of $package than the pinned $version:
       $(ls "$state" | tr '\n' ' ')
       Put $tarball (SHA-256 in third_party/fetch.sh) into $cache"
    mkdir -p "$cache"
    mv "$found" "$cache/$tarball"
}

provide() {
    local package=$1 version=$2 tarball=$3 sum=$4
    local target="$into/$package-$version" stamp="$into/$package-$version.sha256" contents patch
    local folders=("${@:5}") patches
    patches=$(compgen -G "$root/third_party/patches/$package-*.patch" || true)
    contents=$(echo "$sum ${folders[*]}"; for patch in $patches; do cat "$patch"; done | sha256sum)
    [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$contents" ] && return
    if [ -n "${KRAIT_TARBALLS:-}" ] && matches "$KRAIT_TARBALLS/$tarball" "$sum"; then
        mkdir -p "$cache" && cp "$KRAIT_TARBALLS/$tarball" "$cache/"
    fi
    matches "$cache/$tarball" "$sum" || download "$package" "$version" "$tarball"
    matches "$cache/$tarball" "$sum" ||
        die "$tarball has SHA-256 $(sha256sum "$cache/$tarball" | cut -d' ' -f1), pinned is $sum"
    rm -rf "$target"
    mkdir -p "$target"
    tar -xf "$cache/$tarball" -C "$target" --strip-components 1 --wildcards \
        "${folders[@]/#/*/}" || die "$tarball cannot be unpacked"
    for patch in $patches; do
        patch --quiet --directory "$target" --strip 1 <"$patch"
    done
    echo "$contents" >"$stamp"
}

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
for pin in "${pins[@]}"; do
    provide $pin
done
