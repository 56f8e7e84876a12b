"""What a person wants to decide, held against what the review has seen: the decision, or why it cannot be."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from validator.evidence import without_numbers
from validator.model.decision import Action, Decision, Seen
from validator.model.pack import Rule
from validator.renderers.wording import shown
from validator.review.deciding.decisions import (
    AGREED,
    CHANGES,
    OPEN_TO_CHANGE,
    changed_mind,
    outcome_words,
    unacceptable,
)
from validator.words import Words

MAX_REASON = 2000
MAX_WHO = 100
"""Characters."""
_NEAR = 3
_NO_HINT = Words("", "")


class Proposal(NamedTuple):
    """What somebody wants to decide. *rule* is empty for the whole report, *new* unless *action* is correct.

    *digest*, *old*: of the text and the outcome that the person had seen; None: whatever the ledger saw last.
    """

    unit: str
    year: int
    action: Action
    rule: str
    new: str
    reason: str
    who: str
    digest: str | None = None
    old: str | None = None


class Refusal(NamedTuple):
    """Why a proposal cannot become a decision. *field*: the field of Proposal that is wrong."""

    field: str
    what: Words
    hint: Words = _NO_HINT


def decision_of(p: Proposal, seen: Seen, rule: Rule | None = None) -> Decision | Refusal:
    """Return the decision that *p* proposes on what was *seen* last of the unit; its id and time are still to come.

    *rule*: the one that it is about, if known, for the words of its outcomes.
    """
    refusal = _wording(p) or (_on_the_whole(p, seen) if p.action in ("return", "accept") else _on_a_rule(p, seen, rule))
    refusal = refusal or _outdated(p, seen, rule)
    if refusal:
        return refusal
    old = seen.results[p.rule] if p.rule else ""
    reason = without_numbers(p.reason)  # it goes into letters and pages
    if p.action == "confirm" and reason in AGREED:
        reason = ""  # what it says is shown in the reader's language
    return Decision(0, "", p.who, p.unit, p.year, p.action, p.rule, old, p.new, reason, seen.digest, seen.file)


def _wording(p: Proposal) -> Refusal | None:
    if not p.who:
        return Refusal("who", Words("没有写复核人", "no reviewer"), _WHO)
    if not p.reason and p.action != "confirm":
        what = Words("更正、退回和接受要写理由", "a correction, a return and an acceptance need a reason")
        return Refusal("reason", what, Words("例如：原因写在第二部分末尾", "For example: the causes are in part two"))
    return too_long(p.reason, p.who)


def too_long(reason: str, who: str) -> Refusal | None:
    """Return what is wrong with the words of a decision themselves."""
    for field, text, most in (("reason", reason, MAX_REASON), ("who", who, MAX_WHO)):
        if len(text) > most:
            return Refusal(field, Words(f"超过 {most} 字", f"longer than {most} characters"))
        if not text.isascii() and any("\ud800" <= c <= "\udfff" for c in text):
            return Refusal(field, Words("有无法识别的字符", "holds characters that are no text"))
    return None


def _on_the_whole(p: Proposal, seen: Seen) -> Refusal | None:
    if p.rule:
        what = Words("退回和接受是对全文的，不能针对一项", "return and accept are about the whole report, not a rule")
        return Refusal("action", what, Words("针对一项请用维持或更正", "For a rule use confirm or correct"))
    if p.new:
        return Refusal("new", _ONLY_CORRECT)
    if seen.standing == "doubtful":
        return _WHOSE
    if p.action == "return" and not (seen.file and seen.standing != "exempt"):
        return Refusal("action", Words("这个单位没有可以退回的文件", "the unit has no file to return"))
    why = unacceptable(seen.standing) if p.action == "accept" else None
    return Refusal("action", why, _RETURN if seen.file and seen.standing != "exempt" else _NO_HINT) if why else None


def _on_a_rule(p: Proposal, seen: Seen, rule: Rule | None) -> Refusal | None:
    if not p.rule:
        what = Words("维持和更正要写明是哪一项", "confirm and correct need a rule")
        return Refusal("rule", what, Words("对全文请用退回或接受", "For the whole report use return or accept"))
    if p.rule in seen.timed:
        return _BY_ROSTER
    old = seen.results.get(p.rule)
    if old is None and seen.standing == "doubtful":
        return _WHOSE
    if not seen.results:
        return Refusal("rule", Words("没有可以复核的报告", "there is no report to review"))
    if old is None:
        near = near_names(p.rule, seen.results)
        return Refusal("rule", Words(f"没有“{p.rule}”这一项", f"no rule “{p.rule}” in this review"), near)
    if old not in OPEN_TO_CHANGE:
        word = outcome_words(old, rule)
        return Refusal("rule", Words(f"机器结论是“{word.zh}”，没有可复核的", f"it is “{word.en}”: nothing to review"))
    if p.action == "confirm":
        return Refusal("new", _ONLY_CORRECT) if p.new else None
    return _of_a_correction(p.new, old, rule)


def _of_a_correction(new: str, old: str, rule: Rule | None) -> Refusal | None:
    if not new:
        return Refusal("new", Words("更正要写改为什么", "a correction needs the new result"), _choices(rule))
    if new == old:
        word = outcome_words(old, rule)
        what = Words(f"机器结论本来就是“{word.zh}”", f"the machine says “{word.en}” already")
        return Refusal("new", what, Words("同意机器结论请用维持", "Use confirm to agree with it"))
    return None


def _choices(rule: Rule | None) -> Words:
    """Return what a result of *rule* can be corrected to: the words in Chinese, the codes in English."""
    words = dict.fromkeys(outcome_words(code, rule).zh for code in CHANGES)
    return Words(f"可以写{'、'.join(words)}", f"Allowed: {', '.join(CHANGES)}")


def _outdated(p: Proposal, seen: Seen, rule: Rule | None) -> Refusal | None:
    if p.digest is not None and p.digest != seen.digest:
        return Refusal("digest", Words("报告文字已改，请重新审核", "the text has changed: review it again"), _AGAIN)
    if p.rule and p.old is not None and p.old != seen.results[p.rule]:
        return Refusal("old", changed_mind(p.old, seen.results[p.rule], rule), _AGAIN)
    return None


def near_names(name: str, known: Collection[str]) -> Words:
    """Return which of the *known* names may be meant: those that hold it, else similar ones."""
    holding = [k for k in known if name and (name in k or k in name)]
    return meant(holding or get_close_matches(name, known, n=_NEAR, cutoff=0.4))


def meant(names: Sequence[str]) -> Words:
    """Ask whether one of *names* is meant; say nothing for none."""
    near = [shown(name) for name in names[:_NEAR]]
    if not near:
        return _NO_HINT
    return Words(f"是不是{'、'.join(near)}？", f"Did you mean {', '.join(near)}?")


_WHOSE = Refusal(
    "unit",
    Words("收到的文件还不能确定是不是这个单位的", "it is not certain that what came is the unit's"),
    Words(
        "请在名册的“文件”列写上文件名，再运行 chaque review",
        "Write the file's name into the column “files” of the roster and run chaque review again",
    ),
)
_BY_ROSTER = Refusal(
    "rule",
    Words(
        "是否逾期，审核按名册判断，这一项不用维持或更正",
        "whether a report is late is judged by the roster: nothing is decided on this rule",
    ),
    Words(
        "批准延期的，把新的期限写进名册“报送期限”列；收到日期写进“收到日期”列；再运行 chaque review",
        "Write an extension into the column “deadline” of the roster, the day of receipt into “received”, and run"
        " chaque review again",
    ),
)
_RETURN = Words("可以退回（return），写明要重报什么", "It can be returned (return): say what to send again")
_WHO = Words("写上姓名，或设环境变量 CHAQUE_REVIEWER", "Write your name, or set CHAQUE_REVIEWER")
_ONLY_CORRECT = Words("只有更正才写改为什么", "only a correction has a new result")
_AGAIN = Words("请再运行 chaque review，按新的结果复核", "Run chaque review again and decide on what it finds")
