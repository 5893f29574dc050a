# SPDX-License-Identifier: Apache-2.0
"""Fine-tunes XLM-RoBERTa on labelled rows, and makes a folder that the widget opens.

    python models/train/finetune.py --train train.conll --dev dev.conll --output out

docs/finetune.md is its manual; models/train/finetuning has its parts.
"""

import sys

from finetuning.errors import FinetuneError, UsageError
from finetuning.options import read_options
from finetuning.run import run


def say(line: str) -> None:
    print(line, flush=True)


def main(arguments: list[str]) -> int:
    """The exit status: 0, 1 for a failure, 2 for wrong usage, 130 when interrupted."""
    try:
        run(read_options(arguments), say)
    except FinetuneError as error:
        print(f"finetune.py: {error}", file=sys.stderr)
        return 2 if isinstance(error, UsageError) else 1
    except ModuleNotFoundError as error:
        needed = "pip install -r models/train/finetuning/requirements.txt"
        print(f"finetune.py: expected the package {error.name}, found none: {needed}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("finetune.py: interrupted; --resume goes on", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
