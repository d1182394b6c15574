#!/usr/bin/env bash
# Puts `crosscheck` into a folder: a released binary where there is one for this machine, else built by cargo.
#
# CROSSCHECK_VERSION   a release (0.1.0), or a commit, which is built; empty: the release of this copy, else this copy itself
# CROSSCHECK_FOLDER    where to; else $RUNNER_TEMP/crosscheck, else ~/.local
# CROSSCHECK_RELEASES  where releases are fetched from, for a mirror; else those of the repository
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# What Cargo.toml says of the package stands there alone.
of_package() { sed -n "s/^$1 = \"\(.*\)\"\$/\1/p" "$root/Cargo.toml" | head -n 1; }
repository=$(of_package repository)
version=${CROSSCHECK_VERSION:-}
version=${version#v}
folder=${CROSSCHECK_FOLDER:-${RUNNER_TEMP:-$HOME/.local}${RUNNER_TEMP:+/crosscheck}}/bin

fail() {
    printf 'error: %s\n' "$1" >&2
    exit 2
}

# Whatever stands in CROSSCHECK_VERSION becomes part of an address.
release=''
case $version in
    '') release=$(of_package version) ;;
    *[!0-9A-Za-z.+-]*) fail 'the version is none: write a release such as 0.1.0, or a commit' ;;
    [0-9]*.[0-9]*.[0-9]*) release=$version ;;
    *[!0-9a-f]*) fail 'the version is none: write a release such as 0.1.0, or a commit' ;;
esac

case $(uname -s) in
    Linux) system=unknown-linux-gnu ending=tar.gz program=crosscheck ;;
    Darwin) system=apple-darwin ending=tar.gz program=crosscheck ;;
    MINGW* | MSYS* | CYGWIN*) system=pc-windows-msvc ending=zip program=crosscheck.exe ;;
    *) system='' ending='' program=crosscheck ;;
esac
case $(uname -m) in
    arm64 | aarch64) processor=aarch64 ;;
    *) processor=x86_64 ;;
esac

temporary=$(mktemp -d)
trap 'rm -rf "$temporary"' EXIT

fetch() { curl --fail --silent --location --retry 3 --output "$temporary/$1" "$2/$1"; }

sum() {
    if command -v sha256sum >/dev/null; then sha256sum "$1"; else shasum -a 256 "$1"; fi | cut -d ' ' -f 1
}

# The archive of a release, unpacked; fails where there is none.
unpacked() {
    local name archive from expected
    name=crosscheck-v$release-$processor-$system
    archive=$name.$ending
    from=${CROSSCHECK_RELEASES:-$repository/releases/download}/v$release
    fetch "$archive" "$from" && fetch "$archive.sha256" "$from" || return 1
    expected=$(cut -d ' ' -f 1 <"$temporary/$archive.sha256")
    [ "$(sum "$temporary/$archive")" = "$expected" ] || fail "the archive $archive is not what was released"
    case $ending in
        zip) unzip -q "$temporary/$archive" -d "$temporary" ;;
        *) tar -xzf "$temporary/$archive" -C "$temporary" ;;
    esac
    cp "$temporary/$name/$program" "$folder/$program"
}

built() {
    command -v cargo >/dev/null || fail "there is no release ${release:-of a commit} for this machine, and no cargo to build it"
    case $version in
        '') cargo install --locked --root "${folder%/bin}" --path "$root" ;;
        "$release") cargo install --locked --root "${folder%/bin}" --git "$repository" --tag "v$release" crosscheck ;;
        *) cargo install --locked --root "${folder%/bin}" --git "$repository" --rev "$version" crosscheck ;;
    esac
}

if [ -n "$release" ] && [ "$(crosscheck --version 2>/dev/null || true)" = "crosscheck $release" ]; then
    printf 'crosscheck %s is installed already\n' "$release"
    exit 0
fi
mkdir -p "$folder"
if ! { [ -n "$release" ] && [ -n "$system" ] && unpacked; }; then built; fi
"$folder/$program" --version
# Later steps of a job find it.
if [ -n "${GITHUB_PATH:-}" ]; then printf '%s\n' "$folder" >>"$GITHUB_PATH"; fi
