# SPDX-License-Identifier: Apache-2.0
"""Averages checkpoints of one line of training: the mean of each weight.

    python models/train/average.py --models work/model work/more --out work/average

The configuration is the last one's.
"""

import argparse
import pathlib
import shutil

from safetensors.torch import load_file, save_file


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--models", type=pathlib.Path, nargs="+", required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    options = parser.parse_args()
    checkpoints = [load_file(folder / "model.safetensors") for folder in options.models]
    mean = {
        name: sum(checkpoint[name] for checkpoint in checkpoints) / len(checkpoints)
        for name in checkpoints[0]
    }
    options.out.mkdir(parents=True, exist_ok=True)
    save_file(mean, options.out / "model.safetensors", metadata={"format": "pt"})
    shutil.copy(options.models[-1] / "config.json", options.out)


if __name__ == "__main__":
    main()
