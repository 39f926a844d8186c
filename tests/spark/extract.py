"""Extraction by Spark: every partition of the files goes through `stemma extract`, wherever Spark runs it.

    spark-submit tests/spark/extract.py --out FOLDER FILE_OR_FOLDER…

Each executor needs Node and this project (`--stemma` says what to call, `npx stemma` from its folder if not said) and
the files under the same paths. FOLDER gets one file of extractions for each partition; load them once, anywhere:

    npx stemma build --from-extractions FOLDER/part-* --store neo4j://…

On a cluster the master comes from spark-submit; `--master local[2]` runs on two cores of one machine.
"""

import argparse
import os
import shlex
import subprocess

from pyspark.sql import SparkSession

# A command line has room for so many paths.
BATCH = 200


def files(paths):
    """Every file that is named or lies in a folder that is named, sorted."""
    found = []
    for path in paths:
        if not os.path.isdir(path):
            found.append(path)
        for folder, folders, names in os.walk(path):
            folders.sort()
            found += [os.path.join(folder, name) for name in names if not name.startswith(".")]
    return sorted(os.path.abspath(path) for path in found)


def extract(command, paths):
    """The lines that stemma writes for these files; a text that it cannot read is told in the executor's log."""
    paths = list(paths)
    for at in range(0, len(paths), BATCH):
        done = subprocess.run([*command, "extract", "--workers", "0", *paths[at : at + BATCH]], stdout=subprocess.PIPE)
        if done.returncode not in (0, 1):
            raise RuntimeError(f"{command} ended with {done.returncode}")
        # `splitlines` would part texts at U+2028 too.
        yield from filter(None, done.stdout.decode("utf-8").split("\n"))


def main():
    options = argparse.ArgumentParser(description="extraction by Spark")
    options.add_argument("--master", help="as spark-submit takes it; for one machine local[2]")
    options.add_argument("--partitions", type=int, default=0, help="0: four for each core")
    options.add_argument("--stemma", default="npx stemma", help="the command on an executor")
    options.add_argument("--out", required=True, help="a new folder that all executors can write to")
    options.add_argument("paths", nargs="+")
    given = options.parse_args()

    builder = SparkSession.builder.appName("stemma extract")
    if given.master:
        builder = builder.master(given.master)
        if given.master.startswith("local"):
            # Nobody else is to be reached, or to reach it.
            loopback = {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}
            builder = builder.config(map={**loopback, "spark.ui.enabled": "false"})
    spark = builder.getOrCreate()
    context = spark.sparkContext
    names = files(given.paths)
    partitions = given.partitions or min(len(names), 4 * context.defaultParallelism)
    command = shlex.split(given.stemma)
    lines = context.parallelize(names, partitions).mapPartitions(lambda paths: extract(command, paths))
    lines.saveAsTextFile(given.out)
    spark.stop()


main()
