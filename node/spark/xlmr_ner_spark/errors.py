# SPDX-License-Identifier: Apache-2.0


class TaggerError(RuntimeError):
    """The tagger process could not be started, ended too early or gave no answer: the task fails, and Spark
    tries it again. What is wrong with one text is none: it is said in that row."""
