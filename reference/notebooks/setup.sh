#!/usr/bin/env bash
# Installs what the notebooks need: Jupyter of Debian, the packages beside this file, and both kernels.
set -euo pipefail
cd "$(dirname "$0")"
# tslab takes a Python without IPython for one without Jupyter.
debian=(jupyter-nbconvert jupyter-client python3-ipython)
dpkg -s "${debian[@]}" >/dev/null 2>&1 || { apt-get update -qq && apt-get install -y -qq "${debian[@]}"; }
# The package as it would be installed, with its types.
(cd ../.. && npm pack --silent --pack-destination . >/dev/null && mkdir -p dist && mv ml-drills-*.tgz dist/ml-drills.tgz)
rm -rf node_modules package-lock.json
npm install --no-audit --no-fund --no-package-lock
export PATH="$PWD/node_modules/.bin:$PATH"
deno jupyter --install --force
tslab install --python=/usr/bin/python3
