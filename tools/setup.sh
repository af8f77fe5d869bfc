#!/usr/bin/env bash
# Installs what Krait needs on Debian 12, and only what is missing: a second start does nothing.
# Sourced by ./run and ./test; also a command of its own.
set -euo pipefail
krait_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
declare -F step >/dev/null || . "$krait_root/tools/steps.sh"

setup_packages=(
    g++ cmake ninja-build ccache python3 libgtest-dev libasound2-dev zlib1g-dev libffi-dev   # the host build
    clang-format clang-tidy                                                       # style
    gcc-arm-none-eabi libnewlib-arm-none-eabi libstdc++-arm-none-eabi-newlib      # the mps2 build
    qemu-system-arm
    dpkg-dev bzip2 ca-certificates                                                # third_party/fetch.sh
    mosquitto mosquitto-clients openssl                                           # the main job's broker
    alsa-utils sound-theme-freedesktop vorbis-tools                               # its recordings
)

setup_missing() {
    local package
    declare -A installed=()
    while read -r package status; do
        [ "$status" = installed ] && installed[$package]=1
    done < <(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "${setup_packages[@]}" 2>/dev/null)
    for package in "${setup_packages[@]}"; do
        [ -n "${installed[$package]:-}" ] || printf '%s\n' "$package"
    done
}

# Runs a command as root with installed services kept from starting: our broker is started by
# ./run on a port of its own, and a system broker must not appear on the machine because of us.
setup_as_root() {
    local policy=/usr/sbin/policy-rc.d status=0
    if [ ! -e "$policy" ]; then
        printf '#!/bin/sh\nexit 101\n' | "${setup_sudo[@]}" tee "$policy" >/dev/null
        "${setup_sudo[@]}" chmod 755 "$policy"
    else
        policy=
    fi
    "${setup_sudo[@]}" env DEBIAN_FRONTEND=noninteractive "$@" || status=$?
    [ -z "$policy" ] || "${setup_sudo[@]}" rm -f "$policy"
    return "$status"
}

setup_apt_failed() {
    die "$1 failed. The log is build/logs/$2.log. Check the network and apt's sources, or install
       these yourself and start again: ${missing[*]}"
}

setup_main() {
    local missing setup_sudo=()
    if ! command -v apt-get >/dev/null; then
        note "no apt-get here: taking for granted what Debian calls ${setup_packages[*]}"
        return
    fi
    mapfile -t missing < <(setup_missing)
    if [ "${#missing[@]}" -eq 0 ]; then
        note "all ${#setup_packages[@]} packages are there"
        return
    fi
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || die "missing packages, and neither root nor sudo to install
       them: apt-get install ${missing[*]}"
        sudo -v || die "sudo refused; install these as root: apt-get install ${missing[*]}"
        setup_sudo=(sudo)
    fi
    note "installing ${missing[*]}"
    logged apt-update setup_as_root apt-get -q update || setup_apt_failed "apt-get update" apt-update
    logged apt-install setup_as_root apt-get -q -y -o Dpkg::Use-Pty=0 install \
        --no-install-recommends "${missing[@]}" || setup_apt_failed "apt-get install" apt-install
    if [[ " ${missing[*]} " == *" mosquitto "* ]] && [ -d /run/systemd/system ]; then
        "${setup_sudo[@]}" systemctl --quiet disable --now mosquitto || true
    fi
}

setup_main
