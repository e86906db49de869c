#!/usr/bin/env bash
# Builds the jars twice, from two copies in different places, and compares them byte by byte. A third build with another
# time stamp has to differ, so that the comparison is known to see something.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/consumer/untouched.sh
have=$(local_repository)
before=$(ours "$have")

work=$PWD/target/reproducible
rm -rf "$work"

build() {
    mkdir -p "$work/$1"
    git ls-files -z | tar -c --null -T - | tar -x -C "$work/$1"
    (cd "$work/$1" && mvn -B -ntp -q package -Dmaven.test.skip=true -Dspotless.check.skip=true \
        -pl "$(IFS=,; echo "${libraries[*]}")" -am "${@:2}")
    (cd "$work/$1" && sha256sum xero-*/target/*.jar) >"$work/$1.sums"
}

mapfile -t libraries < <(sed -nE 's/^\| `(xero-[a-z-]+)` \|.*/\1/p' README.md)
build first
build a/second/place
build stamped -Dproject.build.outputTimestamp=2001-01-01T00:00:00Z
jars=$(wc -l <"$work/first.sums")
if ! diff "$work/first.sums" "$work/a/second/place.sums"; then
    echo "The jars of two builds differ" >&2
    exit 1
fi
if diff -q "$work/first.sums" "$work/stamped.sums" >/dev/null; then
    echo "The comparison does not see a difference" >&2
    exit 1
fi
[ "$jars" = "${#libraries[@]}" ] || { echo "$jars jars of ${#libraries[@]} libraries" >&2; exit 1; }
echo "reproducible: jars=$jars builds=2 same=yes seeded-difference=seen"
untouched "$have" "$before"
