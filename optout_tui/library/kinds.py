"""Kinds that a guide names and a start of the program needs: all else of a guide is heavier."""

from typing import Literal

Device = Literal["phone", "web"]
RequestKind = Literal["objection", "erasure", "restriction", "access", "withdrawal", "optout"]
