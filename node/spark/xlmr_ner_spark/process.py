# SPDX-License-Identifier: Apache-2.0
"""Tagger: a process that takes lines and answers each, in order.

Invariant: one line out for one line in, or a TaggerError; whatever ends the process, no line is lost in
silence. A thread of its own writes, so that full pipes never wait for each other. What is under way is
bounded: by two chunks here, by the pipes, and by the two batches that the command reads ahead.

    with Tagger(["xlmr-ner", "tag", "--format", "jsonl"], timeout=600) as tagger:
        tagger.send(['{"id": 1, "text": "Emma"}'])
        next(tagger.answers(1))  # b'{"id":1,"entities":[…]}'
"""

from __future__ import annotations

import os
import select
import signal
import subprocess
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from queue import Full, Queue

from .errors import TaggerError

_CHUNK = 1 << 16
_TAIL = 20
"""Lines of what the process last said that a message has."""


class Tagger:
    """`timeout` are seconds without an answer, after which the process is ended."""

    def __init__(self, command: list[str], timeout: float) -> None:
        self._timeout = timeout
        pipe = subprocess.PIPE
        try:
            self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, bufsize=0)
        except OSError as error:
            raise TaggerError(f"expected to start {command[0]}, found {error}") from error
        self._said: deque[str] = deque(maxlen=_TAIL)
        self._chunks: Queue[Iterable[str] | None] = Queue(maxsize=2)
        self._rest = b""
        self._listener = self._thread(self._listen)
        self._thread(self._write)
        self._poll = select.poll()
        self._poll.register(self._stdout, select.POLLIN | select.POLLHUP)

    def __enter__(self) -> Tagger:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    @property
    def is_alive(self) -> bool:
        return self._process.poll() is None

    def send(self, lines: Iterable[str]) -> None:
        """Has the lines written, without waiting for it. They are asked for while they are written."""
        self._chunks.put(lines)

    def answers(self, count: int) -> Iterator[bytes]:
        """The next answers, so many, without their line ends. Raises a TaggerError where one does not
        come."""
        given = 0
        while given < count:
            *lines, self._rest = self._rest.split(b"\n")
            if not lines:
                self._rest += self._read(given, count)
                continue
            wanted = lines[: count - given]
            # More than was asked for is the next call's.
            self._rest = b"\n".join([*lines[count - given :], self._rest])
            given += len(wanted)
            yield from wanted

    def kill(self) -> None:
        """Ends it at once, whatever it does; it may have ended before."""
        self._process.kill()
        self._process.wait()
        try:
            self._chunks.put_nowait(None)
        except Full:
            pass  # then it is writing, and finds a closed pipe

    def _read(self, given: int, count: int) -> bytes:
        if not self._poll.poll(1000 * self._timeout):
            raise self._failure(f"gave no answer in {self._timeout:g} s", given, count)
        block = os.read(self._stdout, _CHUNK)
        if block:
            return block + self._whole(block)
        raise self._failure(f"ended {self._how_it_ended()}", given, count)

    def _whole(self, block: bytes) -> bytes:
        """The rest of a long line, read at once, so that it is not searched again and again."""
        parts: list[bytes] = []
        while not (parts[-1] if parts else block).endswith(b"\n") and self._poll.poll(0):
            more = os.read(self._stdout, _CHUNK)
            if not more:
                break
            parts.append(more)
            if b"\n" in more:
                break
        return b"".join(parts)

    def _failure(self, what: str, given: int, count: int) -> TaggerError:
        self.kill()
        self._listener.join(2)
        said = "\n".join(self._said) or "nothing"
        return TaggerError(f"the tagger {what}, after {given} of {count} rows; it said: {said}")

    def _how_it_ended(self) -> str:
        try:
            status = self._process.wait(10)
        except subprocess.TimeoutExpired:
            return "its output"
        if status >= 0:
            return f"with exit status {status}"
        return f"by {signal.Signals(-status).name}"

    @property
    def _stdout(self) -> int:
        assert self._process.stdout is not None
        return self._process.stdout.fileno()

    def _write(self) -> None:
        stream = self._process.stdin
        assert stream is not None
        while (lines := self._chunks.get()) is not None:
            block: list[bytes] = []
            size = 0
            try:
                for line in lines:
                    block.append(line.encode(errors="surrogatepass") + b"\n")
                    size += len(block[-1])
                    if size >= _CHUNK:
                        _write_all(stream.fileno(), b"".join(block))
                        block, size = [], 0
                _write_all(stream.fileno(), b"".join(block))
            except OSError:
                return  # it ended: who reads its answers says so
            except Exception as error:
                self._said.append(repr(error))
                self._process.kill()
                return

    def _listen(self) -> None:
        assert self._process.stderr is not None
        for line in self._process.stderr:
            self._said.append(line.decode(errors="replace").rstrip("\n")[-500:])

    def _thread(self, target: object) -> threading.Thread:
        thread = threading.Thread(target=target, daemon=True)  # type: ignore[arg-type]
        thread.start()
        return thread


def _write_all(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]
