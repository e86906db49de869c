# To be sourced: whether a BOM holds what it should.

entries() { # POM: one line an entry, group:artifact:version
    tr -d ' \n' <"$1" | grep -o '<dependency>.*</dependency>' | sed 's:</dependency>:\n:g' |
        sed -nE 's:.*<groupId>(.*)</groupId><artifactId>(.*)</artifactId><version>(.*)</version>.*:\1\:\2\:\3:p' | sort
}

bom_holds() { # POM VERSION ARTIFACTS...: exactly these, each once, in this version, and nothing of the parent
    local pom=$1 version=$2
    shift 2
    ! grep -qE '<(parent|build|properties|modules)>' "$pom" || { echo "A part of the parent in $pom" >&2; return 1; }
    [ "$(grep -c '<dependency>' "$pom")" = "$#" ] || { echo "Not $# entries in $pom" >&2; return 1; }
    diff <(printf "dev.xeroauth:%s:$version\n" "$@" | sort) <(entries "$pom") >&2
}
