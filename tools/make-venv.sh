#!/bin/sh
# Makes a virtual environment with the first Python on PATH that is new enough.
set -eu

for name in python3 python python3.14 python3.13 python3.12 python3.11; do
    # Asking it is the only sure way: a launcher may stand for a version that is not there.
    if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
        python=$name
        break
    fi
done

if [ -z "${python:-}" ]; then
    echo "Coursewright needs Python 3.11 or later, and there is none on PATH." >&2
    echo "python3 is: $(python3 --version 2>&1 || true)" >&2
    echo "Install a newer one from https://www.python.org/downloads/ and try again." >&2
    exit 1
fi

if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
    echo "$python cannot make virtual environments: its ensurepip module is missing." >&2
    echo "On Debian and Ubuntu, run: apt-get install python3-venv" >&2
    exit 1
fi

exec "$python" -m venv --clear "$1"
