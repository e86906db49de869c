#!/usr/bin/env bash
# Shows that every checker of the build can fail: each seeded fault must break a project that is otherwise accepted, with
# the checker's own words.
set -euo pipefail
cd "$(dirname "$0")"
maven=(mvn -o -B -ntp)

lay() { # NAME: a fresh project under target/NAME, which holds the clean sources
    rm -rf "target/$1"
    mkdir -p "target/$1/src/main/java/dev/xeroauth/guard" "target/$1/src/test/java/dev/xeroauth/guard"
    cp project.xml "target/$1/pom.xml"
    cp clean/*.java "target/$1/src/main/java/dev/xeroauth/guard/"
}

refused() { # NAME FOLDER ARGUMENTS... -- WORDS...: Maven must fail there and say each of WORDS
    local name=$1 folder=$2 arguments=() words
    shift 2
    while [ "$1" != -- ]; do arguments+=("$1"); shift; done
    shift
    if (cd "$folder" && "${maven[@]}" "${arguments[@]}") >"target/$name.log" 2>&1; then
        echo "guard: checker=$name NOT CAUGHT" >&2
        return 1
    fi
    for words in "$@"; do
        grep -qF -- "$words" "target/$name.log" || {
            echo "guard: checker=$name failed without saying '$words':" >&2
            tail -n 40 "target/$name.log" >&2
            return 1
        }
    done
    echo "guard: checker=$name caught"
}

source_fault() { # NAME PART WORDS...: faults/NAME.java in src/PART, to be refused by faults_are_refused
    lay "$1"
    cp "faults/$1.java" "target/$1/src/$2/java/dev/xeroauth/guard/Fault.java"
    sed -i "s:<artifactId>xero-guards<:<artifactId>guard-$1<:" "target/$1/pom.xml"
    printf '%s\n' "${@:3}" >"target/$1.words"
    faults+=("$1")
}

faults_are_refused() { # One Maven for all of them, which goes on after each: it takes longer to begin than to find one
    local name words
    {
        echo '<project><modelVersion>4.0.0</modelVersion><groupId>dev.xeroauth</groupId><artifactId>guards</artifactId>'
        echo '<version>1</version><packaging>pom</packaging><modules>'
        printf '<module>%s</module>\n' "${faults[@]}"
        echo '</modules></project>'
    } >target/pom.xml
    if (cd target && "${maven[@]}" -fae verify) >target/faults.log 2>&1; then
        echo "guard: none of ${faults[*]} caught" >&2
        return 1
    fi
    rm -f "${faults[@]/#/target/said-by-}"
    # Who says it: the project that is being built, and in the end the one that is told to have failed.
    awk '
        match($0, /[<@:] ?dev\.xeroauth:guard-[a-z-]+ >/) { name = $0; sub(/.*:guard-/, "", name); sub(/ >.*/, "", name) }
        match($0, /on project guard-[a-z-]+:/) { name = substr($0, RSTART + 17, RLENGTH - 18); }
        /Reactor Summary/ { name = "" }
        name { print >("target/said-by-" name) }' target/faults.log
    for name in "${faults[@]}"; do
        grep -qF "on project guard-$name:" target/faults.log || { echo "guard: checker=$name NOT CAUGHT" >&2; return 1; }
        while read -r words; do
            grep -qF -- "$words" "target/said-by-$name" || {
                echo "guard: checker=$name failed without saying '$words':" >&2
                tail -n 40 "target/said-by-$name" >&2
                return 1
            }
        done <"target/$name.words"
        echo "guard: checker=$name caught"
    done
}

limit_fault() { # NAME FROM TO WORDS...: a limit of the parent's enforcer that this machine does not keep
    lay "$1"
    mkdir "target/$1/parent"
    sed "s/$2/$3/" ../../pom.xml >"target/$1/parent/pom.xml"
    ! cmp -s ../../pom.xml "target/$1/parent/pom.xml" || { echo "guard: checker=$1 seeds nothing" >&2; return 1; }
    sed -i '/<modules>/,/<\/modules>/d' "target/$1/parent/pom.xml"
    sed -i 's:<relativePath>.*<:<relativePath>parent/pom.xml<:' "target/$1/pom.xml"
    refused "$1" "target/$1" validate -- "${@:4}"
}

architecture_fault() { # a library that breaks each of the rules on bytecode
    local copy=target/architecture
    rm -rf "$copy"
    mkdir -p "$copy"
    (cd ../.. && git ls-files -z --cached --others --exclude-standard) | (cd ../.. && tar -c --null -T -) | tar -x -C "$copy"
    rm -r "$copy"/xero-*/src/test "$copy"/model-processor/src/test
    cp faults/architecture.java "$copy/xero-auth-jdbc/src/main/java/dev/xeroauth/jdbc/Fault.java"
    refused architecture "$copy" test -pl tests/architecture -am -Dspotless.check.skip=true -Dtest=LibrariesTest \
        -Dsurefire.failIfNoSpecifiedTests=false -- \
        "Fault asks java.time.Instant.now()" "Fault is synchronized in at" "Fault knows okhttp3.Response" \
        "Fault shows okhttp3.Response"
}

faults=()
lay clean
(cd target/clean && "${maven[@]}" verify) >target/clean.log 2>&1 || { tail -n 40 target/clean.log >&2; exit 1; }
echo "guard: clean project accepted"

limit_fault enforcer-java '\[17,)' '[99,)' "RequireJavaVersion failed"
limit_fault enforcer-maven '\[3.8.7,)' '[99,)' "RequireMavenVersion failed"
rm -rf target/enforcer-convergence
cp -r faults/convergence target/enforcer-convergence
refused enforcer-convergence target/enforcer-convergence validate -- "DependencyConvergence failed" "guard:shared:pom:2"

source_fault spotless main "had format violations"
source_fault errorprone main "[SelfEquals]"
source_fault nullaway main "[NullAway]"
source_fault lint main "found raw type" "-Werror specified"
source_fault test-lint test "found raw type" "-Werror specified"
source_fault test-errorprone test "[SelfEquals]"
source_fault javadoc-comment main "warning: no comment"
source_fault javadoc-param main "warning: no @param for number"
source_fault doclint main "reference not found"
faults_are_refused

architecture_fault

helper_fault() { # NAME COMMAND...: a function of the consumer's helpers must refuse
    if "${@:2}" >"target/$1.log" 2>&1; then
        echo "guard: checker=$1 NOT CAUGHT" >&2
        return 1
    fi
    echo "guard: checker=$1 caught"
}

. ../consumer/untouched.sh
rm -rf target/repository
mkdir -p target/repository/dev/xeroauth/xero-auth-core target/repository/org/example
before=$(ours target/repository)
touch target/repository/org/example/other.jar
untouched target/repository "$before"
touch target/repository/dev/xeroauth/xero-auth-core/left.jar
helper_fault untouched untouched target/repository "$before"

. ../consumer/bom.sh
bom() { # ENTRY...: a BOM with these entries, each artifact:version
    local entry
    echo "<project><dependencyManagement><dependencies>"
    for entry in "$@"; do
        printf '<dependency>\n<groupId>%s</groupId>\n<artifactId>%s</artifactId>\n<version>%s</version>\n</dependency>\n' \
            "${entry%%:*}" $(tr ':' ' ' <<<"${entry#*:}")
    done
    echo "</dependencies></dependencyManagement>$extra</project>"
}
bom_fault() { # NAME ENTRIES...
    bom "${@:2}" >"target/$1.xml"
    helper_fault "$1" bom_holds "target/$1.xml" 1 a b
}
extra=
bom dev.xeroauth:a:1 dev.xeroauth:b:1 >target/bom.xml
bom_holds target/bom.xml 1 a b
bom_fault bom-missing dev.xeroauth:a:1
bom_fault bom-twice dev.xeroauth:a:1 dev.xeroauth:b:1 dev.xeroauth:b:2
bom_fault bom-version dev.xeroauth:a:1 dev.xeroauth:b:2
bom_fault bom-foreign dev.xeroauth:a:1 dev.xeroauth:b:1 org.other:c:1
bom_fault bom-group dev.xeroauth:a:1 org.other:b:1
extra="<properties></properties>"
bom_fault bom-parent dev.xeroauth:a:1 dev.xeroauth:b:1
