#!/usr/bin/env bash
# Builds the jars once more, in another place and with another local repository than the consumer's, and compares them byte by
# byte with those that were deployed to it. The same classes with another time stamp have to differ, so that the comparison is
# known to see something.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/consumer/untouched.sh
have=$(local_repository)
before=$(ours "$have")

deployed=$PWD/target/consumer/repository/dev/xeroauth
[ -d "$deployed" ] || tests/consumer/run.sh
work=$PWD/target/reproducible
rm -rf "$work"
copy=$work/a/second/place
mkdir -p "$copy"
git ls-files -z | tar -c --null -T - | tar -x -C "$copy"
mapfile -t libraries < <(sed -nE 's/^\| `(xero-[a-z-]+)` \|.*/\1/p' README.md)

sums() { # FILES...: one line a library
    local library
    for library in "${libraries[@]}"; do
        echo "$library $(find "$@" -path "*/$library/*" -name "$library-*.jar" -print0 | xargs -0 sha256sum | cut -d' ' -f1)"
    done
}

package() {
    (cd "$copy" && mvn -B -ntp -q package -Dmaven.test.skip=true -Dspotless.check.skip=true -Dmaven.javadoc.skip=true \
        -pl "$(IFS=,; echo "${libraries[*]}")" -am "$@")
}

sums "$deployed" >"$work/deployed.sums"
package
sums "$copy" >"$work/again.sums"
find "$copy" -name 'xero-*.jar' -delete
package -Dproject.build.outputTimestamp=2001-01-01T00:00:00Z
sums "$copy" >"$work/stamped.sums"

if ! diff "$work/deployed.sums" "$work/again.sums"; then
    echo "The jars of two builds differ. If the sources have changed since: tests/consumer/run.sh builds the first ones" >&2
    exit 1
fi
if comm -12 <(sort "$work/again.sums") <(sort "$work/stamped.sums") | grep .; then
    echo "The comparison does not see a difference" >&2
    exit 1
fi
jars=$(grep -cE '^xero-[a-z-]+ [0-9a-f]{64}$' "$work/again.sums")
[ "$jars" = "${#libraries[@]}" ] || { cat "$work/again.sums" >&2; echo "Not one jar of each library" >&2; exit 1; }
echo "reproducible: jars=$jars builds=2 same=yes seeded-difference=seen"
untouched "$have" "$before"
