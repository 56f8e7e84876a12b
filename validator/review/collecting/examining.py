"""One file → Submission: its assessment, and what is compared with other reports. Runs in worker processes."""

from __future__ import annotations

import os

from validator.batch import Converted, document_of, unread_file
from validator.checks.context import Context
from validator.errors import ReadError
from validator.evidence import digest
from validator.model.pack import Guide, Pack
from validator.model.submission import Submission
from validator.pipeline import Examined, examine
from validator.review.collecting.items import items_of
from validator.review.collecting.streams import stream_of
from validator.sources import Source, name_of
from validator.text import Span


def examined(source: Source, pack: Pack, converted: Converted) -> Submission:
    """Return what a review keeps of one file; one that cannot be read is kept, too."""
    try:
        document = document_of(source, converted)
    except ReadError as error:
        return lost(source, pack, error)
    return _kept(examine(document, pack), source)


def lost(source: Source, pack: Pack, why: ReadError) -> Submission:
    """Return what stands for a file that cannot be read."""
    return Submission(unread_file(source, pack, why), modified=modified(source))


def _kept(found: Examined, source: Source) -> Submission:
    name = name_of(source)
    assessment = found.assessment._replace(path=name, file=name)
    if found.context is None or found.quoter is None:
        return Submission(assessment, modified=modified(source))
    outline, guide = found.context.outline, found.pack.guide
    shadow = found.quoter.hide(outline.shadow.text)
    plan, shortcomings = items_of(found.context, found.quoter, shadow, guide)
    stream = stream_of(outline, found.quoter, shadow, guide, _formal(found.context, guide))
    return Submission(
        assessment,
        found.quoter.hide(found.document.text),
        digest(outline.shadow.text),
        *stream,
        plan,
        shortcomings,
        modified(source),
    )


def _formal(context: Context, guide: Guide) -> list[Span]:
    """Return where reports say the same things: the opening, and the elements that the pack names."""
    found = list(context.outline.lead)
    for name in guide.formal:
        try:
            found += [(s.start, s.end) for s in context.sections(name)]
        except TimeoutError:  # a slow pattern of the pack: its rules say so
            continue
    return found


def modified(source: Source) -> float:
    """Return when a file was last written, in seconds since 1970; 0 if nobody can say."""
    try:
        return os.stat(source.path).st_mtime
    except OSError:
        return 0.0
