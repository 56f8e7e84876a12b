"""The table of the questions that a rule can ask, made from the registry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal, get_args, get_origin, get_type_hints

from validator.checks import KINDS
from validator.checks.answer import Kind

TOLD: Mapping[str, tuple[str, str]] = {
    "section": (
        "有没有这个要素的标题，层级够不够高，下面的内容够不够长",
        "{section: plan, max_level: 2, min_chars: 50}",
    ),
    "mention": ("正文里有没有一句话说到这个要素", "{mention: plan, outside: [problems]}"),
    "text": ("某处有没有这样的文字", "{text: ['我局', '本局'], within: body, unless: ['我局部']}"),
    "chars": ("某处的字数够不够、多不多（不数空白）", "{chars: lead, min: 100, having: ['\\d']}"),
    "title": ("标题里有没有单位、年份、文种", "{title: [unit, year, word], word: ['报告'], word_name: 报告}"),
    "signature": ("正文后（closing）或报送函里（letter）有没有署名", "{signature: closing}"),
    "date": ("成文日期在不在该在的地方、是否完整", "{date: closing, whole: false}"),
    "fact": ("程序读出的一项情况是否知道、是否等于某值", "{fact: unit_type, equals: [town, township]}"),
    "deadline": ("日期有没有超过次年的期限", '{deadline: issued_on, by: "03-01", exceptions: ["province=04-01"]}'),
    "order": ("几个要素的标题是不是按这个顺序", "{order: [problems, plan]}"),
    "parts": ("各部分的标题是否与规定的完全一样、齐全、有序", "{parts: [problems, plan], wrong: [missing, renamed]}"),
    "table": ("这样的表格里有没有缺行", "{table: ['受理'], rows: ['新收=本年新收', '结转=上年结转']}"),
    "sums": ("表格里的数字加起来对不对", "{sums: ['甲 + 乙 = 丙'], having: ['合计'], columns: [甲, 乙, 丙]}"),
    "numbering": ("标题序号有没有跳号、重号", "{numbering: consecutive}"),
    "announced": ("“以下三个方面”后面是不是三项", "{announced: match}"),
    "years": ("各处年份对不对得上", "{years: agree, same: [problems], next: [plan]}"),
    "personal_data": ("有没有身份证号、手机号、银行卡号、群众姓名", "{personal_data: [id_number, mobile]}"),
    "damage": ("文字有没有残缺、乱码", "{damage: [mojibake, bracket]}"),
    "all": ("几个条件都成立", "{all: [{section: plan}, {not: {text: ['待定'], within: body}}]}"),
    "any": ("几个条件至少一个成立；collect: true 时把每个都查一遍", "{any: [{section: plan}, {mention: plan}]}"),
    "not": ("条件不成立", "{not: {section: problems}}"),
}
"""Kind → what it asks, in Chinese, and an example. Elements of the examples: problems, plan."""


def reference() -> str:
    """Return a Markdown section for each kind of question: what it asks, its parameters, an example."""
    return "\n".join(line for name, kind in KINDS.items() for line in _kind(name, kind))


def _kind(name: str, kind: Kind) -> Iterator[str]:
    told, example = TOLD[name]
    yield f"### `{name}`\n"
    yield f"{told}。\n"
    yield f"```yaml\nwhen: {example}\n```\n"
    rows = list(_parameters(kind.params))
    if rows:
        yield "| 参数 | 写什么 | 不写时 |"
        yield "|---|---|---|"
        yield from rows
        yield ""
    if kind.gives:
        yield f"说明文字里可以用：{'、'.join(f'`{{{word}}}`' for word in kind.gives)}\n"


def _parameters(params: Any) -> Iterator[str]:
    hints = get_type_hints(params)
    for field in params._fields:
        required = field not in params._field_defaults
        default = "必须写" if required else _default(params._field_defaults[field])
        yield f"| `{field.rstrip('_')}` | {_type(field, hints[field])} | {default} |"


def _type(field: str, hint: Any) -> str:
    if field == "lexicon":
        return "词表名称"
    if field in ("all", "any"):
        return "条件的列表"
    if get_origin(hint) is tuple:
        inner = get_args(hint)[0]
        return f"列表：{_type('', inner)}"
    if get_origin(hint) is Literal:
        return "、".join(f"`{value}`" for value in get_args(hint))
    if field == "not_":
        return "条件"
    return {int: "整数", bool: "`true` 或 `false`", str: "文字"}.get(hint, "文字")


def _default(value: Any) -> str:
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, tuple):
        return "、".join(f"`{item}`" for item in value) or "空"
    return f"`{value}`" if value != "" else "空"
