#!/usr/bin/env bash
# Stands in for Python where pages are tested: an environment is made of the stand-ins, everything else is Python's.
case "$1 $2" in
"-m venv")
    mkdir -p "$3/bin"
    cp "$STAND_INS"/* "$3/bin/"
    printf 'PATH=%q:$PATH\n' "$PWD/$3/bin" >"$3/bin/activate" ;;
"-m pip") exec "$STAND_INS/pip" "${@:3}" ;;
*) exec "$PYTHON" "$@" ;;
esac
