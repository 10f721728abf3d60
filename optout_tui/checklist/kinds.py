"""Kinds of what is written about a request, apart from the heavier model of a checklist."""

from typing import Literal

FollowUpKind = Literal["reminder", "company-complaint", "appeal", "complaint"]
