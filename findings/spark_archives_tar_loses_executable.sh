#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Apache Spark 4.3.0: a program in an archive is executable if the archive is a .tgz, and is not if it is a .tar.
#
# --archives (spark.archives) unpacks .tgz, .tar.gz, .tar and .zip for each executor. The same folder, packed by the
# same tar with and without compression, arrives with its permissions or without any "x". Whoever ships an interpreter
# beside his model and leaves out the compression, because the weights do not compress, gets "Permission denied".
#
# Seen with Python 3.11 and Java 17. Fails if that is no longer so. Needs python3 with venv, Java, and pip's index.
set -eu

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pyspark==4.3.0

mkdir "$work/folder"
printf '#!/bin/sh\necho ran\n' > "$work/folder/program"
chmod 755 "$work/folder/program"
tar -cf "$work/plain.tar" -C "$work/folder" program
tar -czf "$work/small.tgz" -C "$work/folder" program

cat > "$work/ship.py" <<'PYTHON'
import os
import stat
import sys

from pyspark import SparkConf, SparkContext, SparkFiles

work = sys.argv[1]
archives = f"{work}/plain.tar#plain,{work}/small.tgz#small"
conf = SparkConf().setMaster("local[1]").set("spark.archives", archives).set("spark.ui.enabled", "false")
with SparkContext(conf=conf) as context:
    print(context.version)
    for name in ("plain", "small"):
        mode = os.stat(os.path.join(SparkFiles.get(name), "program")).st_mode
        print(name, bool(mode & stat.S_IXUSR))
PYTHON
SPARK_LOCAL_IP=127.0.0.1 "$work/venv/bin/python" "$work/ship.py" "$work" > "$work/out.txt"
cat "$work/out.txt"
cat > "$work/expected.txt" <<'TEXT'
4.3.0
plain False
small True
TEXT
diff "$work/expected.txt" "$work/out.txt"
