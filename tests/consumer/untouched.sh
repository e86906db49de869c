# To be sourced: what of ours lies in the usual local repository, and whether a run has changed it.

local_repository() {
    local have
    have=$(mvn -B -ntp -q help:evaluate -Dexpression=settings.localRepository -DforceStdout 2>/dev/null || true)
    [ -d "$have" ] || have=$HOME/.m2/repository
    echo "$have"
}

ours() { # REPOSITORY: each file of ours, with its time
    local group
    for group in dev/xeroauth consumer guard; do
        [ ! -d "$1/$group" ] || find "$1/$group" -type f -printf '%p %T@\n'
    done | sort
}

untouched() { # REPOSITORY BEFORE: fails if it holds anything else of ours than before
    diff <(echo "$2") <(echo "$(ours "$1")") >&2 || { echo "Something of ours was left in $1" >&2; return 1; }
}
