#!/bin/sh
# Makes sure that Node.js and npm are there: they check and test the browser runtime.
set -eu

present() {
    node -e 'process.exit(process.versions.node.split(".")[0] >= 18 ? 0 : 1)' >/dev/null 2>&1 &&
        npm --version >/dev/null 2>&1
}

present && exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing Node.js and npm with apt-get." >&2
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nodejs npm
    present && exit 0
fi

echo "The tests need Node.js 18 or later and npm." >&2
echo "Debian and Ubuntu: sudo apt-get install nodejs npm" >&2
echo "macOS: brew install node. Others: https://nodejs.org/" >&2
exit 1
