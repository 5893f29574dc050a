#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# huggingface_hub 2.4.0: `hf cache rm model/acme/copy` may delete model/acme/original instead.
#
# Two repositories of the hub have the same commit where one was pushed from a clone of the other. The
# command looks up the commits of the repository that was named, and deletes by the commits alone: of the
# repositories that have one, the first of a set, whose order changes from run to run. What it then
# prints names the repository that was asked for. (A cache that is shared by tools which delete has to
# delete by folder.)
#
# Seen with Python 3.11: of 24 runs with different hash seeds some delete the one, some the other.
# Fails if that is no longer so. Needs python3 with venv, and pip's package index.
set -eu

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check huggingface_hub==2.4.0

cat > "$work/fill.py" <<'PYTHON'
import pathlib
import shutil
import sys

cache = pathlib.Path(sys.argv[1])
shutil.rmtree(cache, ignore_errors=True)
commit = "a" * 40
for name in ["original", "copy"]:
    folder = cache / f"models--acme--{name}"
    for part in ["blobs", "refs", f"snapshots/{commit}"]:
        (folder / part).mkdir(parents=True)
    (folder / "refs/main").write_text(commit)
    (folder / "blobs/0123").write_text(name)
    (folder / f"snapshots/{commit}/config.json").symlink_to("../../blobs/0123")
PYTHON

right=0
wrong=0
seed=0
export HF_HUB_DISABLE_UPDATE_CHECK=1 HF_HUB_DISABLE_TELEMETRY=1 HF_HUB_OFFLINE=1
while [ "$seed" -lt 24 ]; do
  "$work/venv/bin/python" "$work/fill.py" "$work/cache"
  PYTHONHASHSEED=$seed "$work/venv/bin/hf" cache rm model/acme/copy --yes --cache-dir "$work/cache" > "$work/out"
  case $(ls -d "$work"/cache/models--*) in
    *original) right=$((right + 1)) ;;
    *copy) wrong=$((wrong + 1)) ;;
  esac
  seed=$((seed + 1))
done
cat "$work/out"
echo "hf cache rm model/acme/copy: $right times acme/copy was deleted, $wrong times acme/original"
[ "$wrong" -gt 0 ] && [ "$((right + wrong))" -eq 24 ]
