#!/usr/bin/env bash
# Shows that every checker of the build can fail: each seeded fault must break a project that is otherwise accepted, with
# the checker's own words.
set -euo pipefail
cd "$(dirname "$0")"
maven=(mvn -o -B -ntp verify)

lay() { # NAME: a fresh project under target/NAME, which holds the clean sources
    rm -rf "target/$1"
    mkdir -p "target/$1/src/main/java/dev/xeroauth/guard"
    cp project.xml "target/$1/pom.xml"
    cp clean/*.java "target/$1/src/main/java/dev/xeroauth/guard/"
}

guard() { # FAULT WORDS...: the build must fail and say each of WORDS
    local words
    lay "$1"
    cp "faults/$1.java" "target/$1/src/main/java/dev/xeroauth/guard/Fault.java"
    if (cd "target/$1" && "${maven[@]}") >"target/$1.log" 2>&1; then
        echo "guard: checker=$1 fault=faults/$1.java NOT CAUGHT" >&2
        return 1
    fi
    for words in "${@:2}"; do
        grep -qF -- "$words" "target/$1.log" || {
            echo "guard: checker=$1 failed without saying '$words':" >&2
            tail -n 40 "target/$1.log" >&2
            return 1
        }
    done
    echo "guard: checker=$1 fault=faults/$1.java caught"
}

lay clean
(cd target/clean && "${maven[@]}") >target/clean.log 2>&1 || { tail -n 40 target/clean.log >&2; exit 1; }
echo "guard: clean project accepted"
guard format "had format violations"
guard errorprone "[SelfEquals]"
guard nullaway "[NullAway]"
guard lint "found raw type" "-Werror specified"
guard javadoc "warning: no comment"
