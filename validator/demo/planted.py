"""What is planted in the invented county, so that a test can tell whether a review finds it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

CopyKind = Literal["whole", "paraphrased", "two paragraphs", "name left", "bureau's words"]


class Copied(NamedTuple):
    """*here* has copied from *there*. *traces*: words left in *here* that fit *there*."""

    here: str
    there: str
    kind: CopyKind
    traces: tuple[str, ...] = ()


class Promise(NamedTuple):
    """A task that the report of the year before announced, and what this year's says about it; empty: nothing."""

    task: str
    echo: str = ""


class Planted(NamedTuple):
    """Everything planted, by the units' names in the roster and by paths below the county's folder.

    *files*: unit → its files of this year, the one that counts first (of two with the same words, either).
    *before*: unit → its file of the year before. *late*: days. *undated*: no whole date under the report.
    *due*: deadlines of the roster's own; *received*: days of receipt. *doubtful*: file → units that it may be of.
    *renamed*: unit → its name of last year. *below*: unit → rule → outcome of all error-level rules below pass;
    *below_before*: the same for the year before. *copied*: see there. *cluster*: share paragraphs, which the first
    wrote. *kept*: copied their own last report almost wholly; *stale*: unit → the sentence with last year's number.
    *repeated*: unit → shortcoming that is the same in both years. *promised*: unit → tasks announced last year.
    *personal*: unit → sorts of personal data. *template*: units that left the template's sentences in.
    """

    files: Mapping[str, tuple[str, ...]]
    before: Mapping[str, str]
    missing: tuple[str, ...]
    exempt: tuple[str, ...]
    late: Mapping[str, int]
    undated: tuple[str, ...]
    due: Mapping[str, str]
    received: Mapping[str, str]
    other_year: Mapping[str, str]
    other_kind: Mapping[str, str]
    unreadable: Mapping[str, str]
    stray: tuple[str, ...]
    doubtful: Mapping[str, tuple[str, ...]]
    several: Mapping[str, tuple[str, ...]]
    renamed: Mapping[str, str]
    joint: tuple[str, ...]
    below: Mapping[str, Mapping[str, str]]
    below_before: Mapping[str, Mapping[str, str]]
    copied: tuple[Copied, ...]
    cluster: tuple[str, ...]
    kept: tuple[str, ...]
    stale: Mapping[str, str]
    repeated: Mapping[str, str]
    promised: Mapping[str, tuple[Promise, ...]]
    personal: Mapping[str, tuple[str, ...]]
    template: tuple[str, ...]
