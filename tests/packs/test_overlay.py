"""Overlays: what they change, what they may not, and that every mistake has its place and a way out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import PACK, place, write, write_pack
from validator.errors import ChaqueError, PackError
from validator.model.pack import Pack
from validator.packs import load

BASE = PACK.replace("norms:", "params:\n  least: {type: int, default: 1, min: 0, max: 50, title: {zh: 最少, en: least}}\nnorms:", 1).replace(
    "when: {section: shortcomings}", "when: {section: shortcomings, min_chars: $least}"
)  # fmt: skip
HEAD = "overlay: {name}\nlang: 1\nextends: {extends}\ntitle: {{zh: 某地, en: Somewhere}}\n"
WHY = "reason: {zh: 本地要求, en: local}"
RULE = "rules:\n" + PACK[PACK.index("  - id: word") :].replace("- id: word", "- id: other")


def overlay(folder: Path, text: str = "", name: str = "here", extends: str = "small", base: str = BASE) -> Path:
    write_pack(folder, base)
    write(folder, {f"overlays/{name}.yaml": HEAD.format(name=name, extends=extends) + text})
    return folder


def loaded(folder: Path, text: str, **more: str) -> Pack:
    return load(f"{overlay(folder, text, **more)}+{more.get('name', 'here')}")


def shape(pack: Pack) -> tuple[object, ...]:
    """Return what a pack asks, without its name."""
    return pack.rules, dict(pack.elements), dict(pack.params), pack.accept, pack.refuse


def test_empty_overlay_is_the_identity(tmp_path: Path) -> None:
    found = loaded(tmp_path, "")
    assert shape(found) == shape(load(str(tmp_path)))
    assert (found.id, found.places, found.title.zh) == ("small+here", ("here",), "小包（某地）")
    assert found.sha256 != load(str(tmp_path)).sha256


OWN = BASE.replace(
    "en: In running text only}", "en: In running text only}\n        fix: {zh: 加标题, en: Add a heading}"
)


@pytest.mark.parametrize(
    ("text", "rung"),
    [("", "加标题"), (f"set:\n  - {{rule: shortcomings, fix: {{zh: 按本地的写, en: As here}}, {WHY}}}\n", None)],
)
def test_advice_of_an_overlay_holds_for_every_grade(tmp_path: Path, text: str, rung: str | None) -> None:
    fix = loaded(tmp_path, text, base=OWN).rules[0].grade[1].fix
    assert (fix and fix.zh) == rung


def test_set(tmp_path: Path) -> None:
    text = f"set:\n  - {{rule: word, level: error, role: scored, weight: 5, say: {{zh: 不好, en: bad}}, {WHY}}}\n"
    before, after = load(str(overlay(tmp_path, text))).rules, load(f"{tmp_path}+here").rules
    assert after[0] == before[0]
    assert (after[1].level, after[1].role, after[1].weight, after[1].say.zh) == ("error", "scored", 5, "不好")
    assert after[1].fix == before[1].fix
    assert [s.what.zh for s in after[1].history] == [
        "规则",
        "级别：warning → error",
        "计分：unscored → scored",
        "分值：5",
        "另写提示语",
    ]
    assert [s.line for s in after[1].history[1:]] == [6, 6, 6, 6]
    assert after[1].history[1].reason.zh == "本地要求"
    assert after[1].history[1].file.endswith("overlays/here.yaml")


def test_set_applies_keeps_what_it_does_not_name(tmp_path: Path) -> None:
    base = BASE.replace("    level: error", "    applies: {unit_type: [town]}\n    level: error", 1)
    text = f"set:\n  - {{rule: shortcomings, applies: {{report_year: {{from: 2019}}}}, {WHY}}}\n"
    rule = loaded(tmp_path, text, base=base).rules[0]
    assert (rule.unit_types, rule.year_from) == (("town",), 2019)


def test_unscored_has_no_weight_left(tmp_path: Path) -> None:
    assert loaded(tmp_path, f"set:\n  - {{rule: shortcomings, role: unscored, {WHY}}}\n").rules[0].weight == 0


def test_disabled_rule_stays_with_its_reason(tmp_path: Path) -> None:
    rule = loaded(tmp_path, f"disable:\n  - {{rule: word, {WHY}}}\n").rules[1]
    assert rule.off and rule.off.zh == "本地要求"
    assert rule.tests == ()


def test_new_rule_and_norm(tmp_path: Path) -> None:
    text = "norms: {local: {zh: 本地规定, en: local}}\n" + RULE.replace("norm: law", "norm: local")
    rule = loaded(tmp_path, text).rules[-1]
    assert (rule.id, rule.source.norm.zh, len(rule.tests)) == ("other", "本地规定", 2)
    assert rule.tests[0].line > 6


def test_patterns_are_added_and_shape_the_rules_that_ask(tmp_path: Path) -> None:
    text = f"add_heading:\n  - {{element: shortcomings, patterns: ['欠缺'], {WHY}}}\n"
    pack = loaded(tmp_path, text + f"add_mention:\n  - {{element: plan, patterns: ['打算'], {WHY}}}\n")
    assert pack.elements["shortcomings"].heading == ("不足", "欠缺")
    assert pack.elements["plan"].mention == ("打算",)
    assert [len(r.history) for r in pack.rules] == [2, 1]


@pytest.mark.parametrize(("given", "kept"), [("", ()), (", anchors: [欠]", ("不", "欠"))])
def test_the_gate_of_anchors_lets_new_patterns_through(tmp_path: Path, given: str, kept: tuple[str, ...]) -> None:
    base = BASE.replace("    heading: ['不足']", "    heading: ['不足']\n    anchors: [不]", 1)
    text = f"add_heading:\n  - {{element: shortcomings, patterns: ['欠缺']{given}, {WHY}}}\n"
    assert loaded(tmp_path, text, base=base).elements["shortcomings"].anchors == kept


def test_value_of_a_parameter(tmp_path: Path) -> None:
    pack = loaded(tmp_path, f"params: {{least: {{value: 30, {WHY}}}}}\n")
    assert pack.params == {"least": 30}
    assert pack.rules[0].grade[0].when.min_chars == 30
    assert pack.rules[0].tests == ()  # they are about the default value
    assert pack.rules[1].tests != ()
    assert pack.rules[0].history[-1].what.zh == "参数 least：1 → 30"


def test_overlay_of_an_overlay(tmp_path: Path) -> None:
    overlay(tmp_path, f"set:\n  - {{rule: shortcomings, weight: 20, {WHY}}}\n")
    overlay(tmp_path, f"set:\n  - {{rule: shortcomings, weight: 30, {WHY}}}\n", "mine", "small+here")
    names = (f"{tmp_path}+mine", f"{tmp_path}+here+mine", f"{tmp_path}+mine+here", f"{tmp_path}/overlays/mine.yaml")
    for name in names:
        assert (load(name).id, load(name).rules[0].weight) == ("small+here+mine", 30), name


def test_overlay_by_path_of_a_built_in_pack(tmp_path: Path) -> None:
    text = HEAD.format(name="mine", extends="fazhi-zhengfu+jilin")
    (path,) = write(tmp_path, {"mine.yaml": text + f"set:\n  - {{rule: causes, weight: 9, {WHY}}}\n"})
    for name in (path, f"fazhi-zhengfu+{path}"):
        assert load(name).id == "fazhi-zhengfu+jilin+mine"


FINAL = BASE.replace("    level: warning\n    role: unscored", "    level: warning\n    final: true\n    weight: 5", 1)
LESS = [
    "set:\n  - {rule: word, level: info, WHY}\n",
    "set:\n  - {rule: word, weight: 4, WHY}\n",
    "set:\n  - {rule: word, role: unscored, WHY}\n",
    "set:\n  - {rule: word, applies: {report_year: {from: 2030}}, WHY}\n",
    "set:\n  - {rule: word, absent: not_applicable, WHY}\n",
    "disable:\n  - {rule: word, WHY}\n",
]


@pytest.mark.parametrize("text", LESS)
def test_a_final_rule_is_never_lowered(tmp_path: Path, text: str) -> None:
    with pytest.raises(PackError) as raised:
        loaded(tmp_path, text.replace("WHY", WHY), base=FINAL)
    assert raised.value.where.startswith(f"{tmp_path}/overlays/here.yaml:6:")
    assert "final" in raised.value.what.zh
    assert "只能提高" in raised.value.hint.zh


def test_a_final_rule_may_be_raised(tmp_path: Path) -> None:
    text = f"set:\n  - {{rule: word, level: error, weight: 6, fix: {{zh: 马上改, en: now}}, {WHY}}}\n"
    assert loaded(tmp_path, text, base=FINAL).rules[1].level == "error"


# What is written wrong, where the marker of the error stands, what it says, and the way out.
MISTAKES = {
    "unknown rule": ("set:\n  - {rule: wrod, level: info, WHY}\n", "rule: wrod", "没有规则“wrod”", "“word”"),
    "unknown rule to disable": ("disable:\n  - {rule: shortcoming, WHY}\n", "rule: shortcoming", "没有规则", "“shortcomings”"),
    "unknown element": ("add_heading:\n  - {element: plam, patterns: [x], WHY}\n", "element: plam", "没有叫“plam”的要素", "“plan”"),
    "unknown parameter": ("params:\n  lest: {value: 3, WHY}\n", "value: 3", "没有叫“lest”的参数", "“least”"),
    "value of another type": ("params:\n  least: {value: many, WHY}\n", "value: many", "应当是整数", "1"),
    "value out of bounds": ("params:\n  least: {value: 99, WHY}\n", "value: 99", "超出范围（0—50）", ""),
    "unknown key": ("disabel:\n  - {rule: word, WHY}\n", "disabel", "不认识的键“disabel”", "“disable”"),
    "unknown key of an entry": ("set:\n  - {rule: word, lvel: info, WHY}\n", "lvel", "不认识的键“lvel”", "“level”"),
    "no reason": ("disable:\n  - {rule: word}\n", "{rule: word}", "缺少“reason”", "补上"),
    "reason in one language": ("disable:\n  - {rule: word, reason: {zh: 有}}\n", "reason", "缺少“en”", "补上"),
    "level": ("set:\n  - {rule: word, level: eror, WHY}\n", "level: eror", "“level”不能是“eror”", "“error”"),
    "said twice": ("set:\n  - {rule: word, level: info, WHY}\n  - {rule: word, level: error, WHY}\n", "level: error", "“word”的“level”写了两次", "留下一处"),
    "disabled twice": ("disable:\n  - {rule: word, WHY}\n  - {rule: word , WHY}\n", "rule: word ", "写了两次", "留下一处"),
    "changed and disabled": ("set:\n  - {rule: word, level: info, WHY}\ndisable:\n  - {rule: word , WHY}\n", "rule: word ", "又改又停用", "留下一处"),
    "other grades without tests": ("set:\n  - {rule: word, grade: [{credit: 1.0, when: {section: plan}}], WHY}\n", "grade", "就要写新的 tests", "补上 tests"),
    "rule that is there": (RULE.replace("id: other", "id: word"), "id: word", "“word”已经有了", "set"),
    "norm that is there": ("norms: {law: {zh: 一, en: one}}\n", "law:", "“law”已经有了", "set"),
    "pattern": ("add_heading:\n  - {element: plan, patterns: ['(x'], WHY}\n", "'(x'", "正则表达式写错了", "括号"),
    "element of a new rule": (RULE.replace("text: ['错词'], within: body", "section: plam"), "section: plam", "没有叫“plam”的要素", "“plan”"),
    "parameter of a new rule": (RULE.replace("text: ['错词'], within: body", "section: plan, min_chars: $lest"), "min_chars", "没有叫“lest”的参数", "“least”"),
    "new rule without tests": (RULE[: RULE.index("    tests:")], "- id: other", "缺少“tests”", ""),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES)
def test_mistake(tmp_path: Path, mistake: str) -> None:
    text, marker, what, hint = MISTAKES[mistake]
    text = text.replace("WHY", WHY)
    with pytest.raises(PackError) as raised:
        loaded(tmp_path, text)
    error = raised.value
    line = place(HEAD.format(name="here", extends="small") + text, marker).split(":")[0]
    assert error.where.startswith(f"{tmp_path}/overlays/here.yaml:{line}:"), error
    assert what in error.what.zh
    assert hint in error.hint.zh
    assert error.what.en
    assert "\n" not in str(error)


def refused(name: str) -> ChaqueError:
    with pytest.raises(ChaqueError) as raised:
        load(name)
    return raised.value


def test_unknown_overlay_names_the_nearest(tmp_path: Path) -> None:
    error = refused(f"{overlay(tmp_path)}+heer")
    assert error.what.zh == "没有叠加包“heer”"
    assert "here" in error.hint.zh
    assert "jilin" in refused("fazhi-zhengfu+jiln").hint.zh


def test_cycle(tmp_path: Path) -> None:
    overlay(tmp_path, name="one", extends="small+two")
    overlay(tmp_path, name="two", extends="small+one")
    error = refused(f"{tmp_path}+one")
    assert "one → two → one" in error.what.zh
    assert error.where.endswith("overlays/one.yaml:3:1")


def test_overlay_of_another_pack(tmp_path: Path) -> None:
    error = refused(f"{overlay(tmp_path, extends='fazhi-zhengfu')}+here")
    assert "不是“small”的" in error.what.zh
    assert error.hint.zh == "写成 extends: small"


def test_unknown_base_of_an_overlay_by_path(tmp_path: Path) -> None:
    (path,) = write(tmp_path, {"mine.yaml": HEAD.format(name="mine", extends="fazhi-zhenfu")})
    error = refused(path)
    assert (error.where, error.what.zh) == (f"{path}:3:1", "没有规则包“fazhi-zhenfu”")
    assert "fazhi-zhengfu" in error.hint.zh


def test_file_name_and_id_differ(tmp_path: Path) -> None:
    overlay(tmp_path)
    (tmp_path / "overlays" / "here.yaml").rename(tmp_path / "overlays" / "there.yaml")
    assert "不一样" in refused(f"{tmp_path}+there").what.zh


@pytest.mark.parametrize("extends", ["../small", "/etc/small", "small+../here", "small+/etc/passwd", "small+a/b"])
def test_extends_is_no_path(tmp_path: Path, extends: str) -> None:
    assert isinstance(refused(f"{overlay(tmp_path, extends=extends)}+here"), PackError)


def test_link_is_refused(tmp_path: Path) -> None:
    overlay(tmp_path / "p")
    (path,) = write(tmp_path, {"outside.yaml": HEAD.format(name="link", extends="small")})
    (tmp_path / "p" / "overlays" / "link.yaml").symlink_to(path)
    assert "链接" in refused(f"{tmp_path / 'p'}+link").what.zh


def test_folder_that_is_a_link_is_refused(tmp_path: Path) -> None:
    overlay(tmp_path / "p")
    write_pack(tmp_path / "q", BASE)
    (tmp_path / "q" / "overlays").symlink_to(tmp_path / "p" / "overlays")
    assert "链接" in refused(f"{tmp_path / 'q'}+here").what.zh


def test_too_large(tmp_path: Path) -> None:
    assert "256 KB" in refused(f"{overlay(tmp_path, '#' * 262145)}+here").what.zh


def test_too_many_overlays(tmp_path: Path) -> None:
    for i in range(21):
        overlay(tmp_path, name=f"o{i}", extends=f"small+o{i - 1}" if i else "small")
    assert "20" in refused(f"{tmp_path}+o20").what.zh


def test_too_many_rules(tmp_path: Path) -> None:
    rules = "".join(RULE.removeprefix("rules:\n").replace("id: other", f"id: r{i}") for i in range(250))
    overlay(tmp_path, "rules:\n" + rules, name="one")
    overlay(tmp_path, "rules:\n" + rules.replace("id: r", "id: s"), name="two")
    assert len(load(f"{tmp_path}+one").rules) == 252
    assert "rules" in refused(f"{tmp_path}+one+two").what.zh


def test_the_cache_hides_no_change(tmp_path: Path) -> None:
    for weight in (20, 30):
        assert (
            loaded(tmp_path, f"set:\n  - {{rule: shortcomings, weight: {weight}, {WHY}}}\n").rules[0].weight == weight
        )
    overlay(tmp_path, f"set:\n  - {{rule: shortcomings, weight: 30, {WHY}}}\n", base=BASE.replace("小包", "别包"))
    assert load(f"{tmp_path}+here").title.zh == "别包（某地）"


def test_a_copy_elsewhere_has_its_own_paths(tmp_path: Path) -> None:
    text = f"set:\n  - {{rule: shortcomings, weight: 30, {WHY}}}\n"
    for folder in (tmp_path / "a", tmp_path / "b"):
        assert all(s.file.startswith(str(folder)) for r in loaded(folder, text).rules for s in r.history)
