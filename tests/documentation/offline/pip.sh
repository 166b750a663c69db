#!/usr/bin/env bash
# Stands in for pip where pages are tested: it installs nothing, and takes only this project with extras that it has.
[[ $1 == install ]] || { echo "pip $1: the pages only install" >&2; exit 1; }
for word in "${@:2}"; do
    case $word in
    -q | -e | -U) ;;
    . | communique) ;;
    .\[*\] | communique\[*\])
        extras=${word#*[} extras=${extras%]}
        for extra in ${extras//,/ }; do
            grep -qE "^$extra = \[" "$PROJECT/pyproject.toml" || { echo "pip: no extra $extra" >&2; exit 1; }
        done ;;
    *) echo "pip: $word is not this project" >&2; exit 1 ;;
    esac
done
