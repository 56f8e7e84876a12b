"""A pack as a page for people: every rule with its source, its grades, examples, and how to fix a report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from validator.model.pack import Pack, Rule, RuleTest
from validator.words import Words, blanks, fill, say

_LEVELS: Mapping[str, str] = {"error": "必须有", "warning": "应当核对", "info": "提示"}
_WANTED: Mapping[str, str] = {
    "pass": "符合",
    "partial": "不全",
    "fail": "缺少或有问题",
    "unknown": "判断不了",
    "not_applicable": "不涉及",
}
_EXAMPLES = 2
"""Examples of each verdict that are shown."""


def page(pack: Pack) -> str:
    """Return *pack* as Markdown: Chinese, with titles in both languages. Anchors are the ids of the rules."""
    return "\n".join([*_head(pack), *(line for rule in pack.rules for line in _rule(rule))])


def _head(pack: Pack) -> Iterator[str]:
    yield f"# {pack.title.zh}：规则"
    yield f"\n{pack.title.en} · `{pack.id}` {pack.version} · {len(pack.rules)} rules\n"
    yield f"<!-- 由 chaque packs docs {pack.id} 生成，请改规则包，不要改这里 -->\n"
    yield "| 规则 | 要求 | 级别 | 分值 | 依据 |"
    yield "|---|---|---|---|---|"
    for rule in pack.rules:
        cells = (f"[{rule.id}](#{rule.id})", rule.title.zh, _LEVELS[rule.level], _points(rule), rule.source.norm.zh)
        yield f"| {' | '.join(map(_cell, cells))} |"
    yield ""


def _rule(rule: Rule) -> Iterator[str]:
    yield f'<a id="{rule.id}"></a>\n'
    yield f"## {rule.title.zh}\n"
    yield f"{rule.title.en} · `{rule.id}` · {_LEVELS[rule.level]} · {_points(rule)}\n"
    yield f"{rule.why.zh}\n"
    yield f"依据：{rule.source.norm.zh} {rule.source.item.zh}\n"
    yield "| 得分 | 情形 |"
    yield "|---|---|"
    for rung in rule.grade:
        yield f"| {rung.credit}% | {_cell(_told(rung.say or (rule.title if rung.credit == 100 else rule.say)))} |"
    yield f"| {'不涉及' if rule.absent == 'not_applicable' else '0%'} | {_cell(_told(rule.say))} |"
    yield f"\n怎么改：{rule.fix.zh}\n"
    yield from (f"{_told(rung.say or rule.say)}——{rung.fix.zh}\n" for rung in rule.grade if rung.fix)
    yield from _tests(rule)


def _points(rule: Rule) -> str:
    return f"{rule.weight}分" if rule.role == "scored" else "不计分"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _told(words: Words) -> str:
    """Return a message with an ellipsis where a report's own words will stand."""
    names = {name for found in blanks(words) for name in found}
    return say(fill(words, dict.fromkeys(names, Words("…", "…"))), "zh")


def _tests(rule: Rule) -> Iterator[str]:
    shown: dict[str, int] = {}
    for test in rule.tests:
        shown[test.want] = shown.get(test.want, 0) + 1
        if shown[test.want] <= _EXAMPLES and not test.todo:
            yield from _example(test)
    left = sum(max(0, n - _EXAMPLES) for n in shown.values())
    if left:
        yield f"另有{left}个例子，见规则文件。\n"


def _example(test: RuleTest) -> Iterator[str]:
    yield f"例子（{_WANTED[test.want]}）：\n"
    yield f"```text\n{test.doc.strip()}\n```\n"
