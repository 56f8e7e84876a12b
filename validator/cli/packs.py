"""chaque packs: list, show and test rule packs."""

from __future__ import annotations

from typing import Annotated

import typer

from validator.cli.explain import LEVELS
from validator.model.pack import Rule
from validator.packs import available
from validator.pipeline import DEFAULT_PACK, load_pack
from validator.proving import Proof, prove
from validator.words import Lang, Words, say

app = typer.Typer(help="规则包：列出、查看、测试。", no_args_is_help=True, rich_markup_mode=None)

_Pack = Annotated[str, typer.Argument(metavar="PACK", help="规则包编号或文件夹。")]
_Lang = Annotated[Lang, typer.Option("--lang", help="输出语言：zh 中文，en 英文。")]


@app.command("list")
def list_command(lang: _Lang = "zh") -> int:
    """列出内置规则包。"""
    for name in available():
        pack = load_pack(name)
        count = Words(f"{len(pack.rules)}条规则", f"{len(pack.rules)} rules")
        print(f"{pack.id}  {pack.version}  {say(pack.title, lang)}  {say(count, lang)}")
    return 0


@app.command("show")
def show_command(pack: _Pack = DEFAULT_PACK, lang: _Lang = "zh") -> int:
    """查看一个规则包的全部规则。"""
    from tabulate import tabulate

    rules = load_pack(pack)
    print(f"{rules.id}  {rules.version}  {say(rules.title, lang)}")
    print(f"sha256 {rules.sha256}\n")
    headers = ["编号", "要求", "级别", "分值", "依据"] if lang == "zh" else ["Id", "Rule", "Level", "Points", "Source"]
    rows = [_row(rule, lang) for rule in rules.rules]
    print(tabulate(rows, headers=headers, tablefmt="simple", disable_numparse=True))
    return 0


def _row(rule: Rule, lang: Lang) -> list[str]:
    weight = str(rule.weight) if rule.role == "scored" else "—"
    return [rule.id, say(rule.title, lang), say(LEVELS[rule.level], lang), weight, say(rule.source.norm, lang)]


@app.command("test")
def test_command(pack: _Pack = DEFAULT_PACK, lang: _Lang = "zh") -> int:
    """运行规则自带的例子。"""
    proofs = prove(load_pack(pack))
    for proof in proofs:
        if proof.state in ("failed", "surprising"):
            print(say(_told(proof), lang))
    failed = sum(p.state in ("failed", "surprising") for p in proofs)
    todo = sum(p.state == "todo" for p in proofs)
    passed = len(proofs) - failed - todo
    print(
        say(
            Words(
                f"{passed}个例子通过，{failed}个不通过，{todo}个已知做不到",
                f"{passed} passed, {failed} failed, {todo} todo",
            ),
            lang,
        )
    )
    return 1 if failed else 0


def _told(proof: Proof) -> Words:
    where = f"{proof.rule} #{proof.number} ({proof.line})"
    if proof.state == "surprising":
        return Words(f"{where}：标着 todo 的例子已经通过，请去掉 todo", f"{where}: a todo passes; drop the mark")
    return Words(f"{where}：应为 {proof.want}，得到 {proof.got}", f"{where}: wanted {proof.want}, got {proof.got}")
