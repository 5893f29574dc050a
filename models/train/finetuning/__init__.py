# SPDX-License-Identifier: Apache-2.0
"""What models/train/finetune.py is made of; each module is one step of it."""
