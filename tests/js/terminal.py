# SPDX-License-Identifier: Apache-2.0
"""Runs a command with a terminal of 80 columns: python3 terminal.py stderr|both COMMAND...

With `stderr` that alone is the terminal, with `both` stdout is the same one. What the terminal gets is
written to stderr, and stdin and another stdout are those of this program. The exit status is the command's.
"""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios

which, *command = sys.argv[1:]
ours, theirs = pty.openpty()
fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
child = subprocess.Popen(command, stdout=theirs if which == "both" else None, stderr=theirs)
os.close(theirs)
while True:
    try:
        got = os.read(ours, 65536)
    except OSError:  # Linux says so where no process has the terminal any more
        break
    if not got:
        break
    os.write(2, got)
sys.exit(child.wait())
