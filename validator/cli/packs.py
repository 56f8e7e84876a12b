"""chaque packs: list, show, begin, test and document rule packs; authoring.py has what judges them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from time import sleep
from typing import Annotated

import typer

from validator.cli import authoring
from validator.cli.explain import LEVELS
from validator.cli.outputs import write
from validator.errors import PackError, UsageError, cannot
from validator.model.pack import Rule
from validator.packs import available
from validator.packs.source import find
from validator.pipeline import DEFAULT_PACK, load_pack
from validator.proving import RECOGNISE, Proof, prove
from validator.words import Lang, Words, say

app = typer.Typer(help="规则包：列出、查看、新建、测试、审查、比较。", no_args_is_help=True, rich_markup_mode=None)
for _name, _command in authoring.COMMANDS.items():
    app.command(_name)(_command)

_Pack = Annotated[str, typer.Argument(metavar="PACK", help="规则包编号或文件夹。")]
_Packs = Annotated[list[str] | None, typer.Argument(metavar="[PACK...]", help="规则包编号或文件夹，可写多个。")]
_Lang = Annotated[Lang, typer.Option("--lang", help="输出语言：zh 中文，en 英文。")]
_Output = Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="写入文件。")]
_PAUSE = 0.3  # seconds between two looks at the files


@app.command("list")
def list_command(lang: _Lang = "zh") -> int:
    """列出内置规则包。"""
    for name in available():
        pack = load_pack(name)
        count = Words(f"{len(pack.rules)}条规则", f"{len(pack.rules)} rules")
        print(f"{pack.id}  {pack.version}  {say(pack.title, lang)}  {say(count, lang)}")
    return 0


@app.command("show")
def show_command(
    pack: _Pack = DEFAULT_PACK,
    lang: _Lang = "zh",
    resolved: Annotated[bool, typer.Option("--resolved", help="每条规则从哪里来、被谁改过。")] = False,
    place: Annotated[str | None, typer.Option("--place", metavar="PLACE", help="加上某地的叠加包。")] = None,
) -> int:
    """查看一个规则包的全部规则。"""
    if resolved or place:
        from validator.cli.resolved import show_resolved

        print("\n".join(show_resolved(pack, place, lang)))
        return 0
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


@app.command("lock")
def lock_command(packs: _Packs = None, output: _Output = None, lang: _Lang = "zh") -> int:
    """记下所用规则包的版本和校验值，以后检查时用 --locked 核对；不写规则包就是设置里的那些。"""
    from validator.cli.resolved import lock
    from validator.packs.lock import FILE

    lock(packs or [], output or FILE)
    print(say(Words(f"写好了 {output or FILE}", f"wrote {output or FILE}"), lang))
    return 0


@app.command("new")
def new_command(
    folder: Annotated[str, typer.Argument(metavar="FOLDER", help="新规则包的文件夹，可以还不存在。")],
    id_: Annotated[str, typer.Option("--id", metavar="ID", help="编号；不写就用文件夹的名称。")] = "",
    extends: Annotated[str, typer.Option("--extends", metavar="PACK", help="做成这个规则包的叠加包。")] = "",
    lang: _Lang = "zh",
) -> int:
    """新建规则包：一个带注释、能运行的样子，照着改。"""
    from validator.authoring.skeleton import files_of

    files = files_of(id_ or Path(folder).resolve().name, extends)
    for name, text in files.items():
        path = os.path.join(folder, name)
        _write_new(path, text)
        print(say(Words(f"写好了 {path}", f"wrote {path}"), lang))
    target = os.path.join(folder, next(iter(files))) if extends else folder
    print(say(Words("接下来可以运行：", "Now run:"), lang))
    print(f"  chaque packs test {target}\n  chaque packs lint {target}")
    return 0


def _write_new(path: str, text: str) -> None:
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError as error:
        raise UsageError(path, Words("已经有这个文件", "there is such a file"), _ELSEWHERE) from error
    except OSError as error:
        raise UsageError(path, cannot("写不了这个文件", "cannot write", error), _ELSEWHERE) from error


_ELSEWHERE = Words("请换一个文件夹", "Choose another folder")


@app.command("docs")
def docs_command(pack: _Pack = DEFAULT_PACK, output: _Output = None) -> int:
    """生成规则说明（Markdown）：每条规则的依据、得分、例子、怎么改。"""
    from validator.authoring.documents import page

    write(page(load_pack(pack)).encode(), output)
    return 0


@app.command("test")
def test_command(
    packs: _Packs = None,
    lang: _Lang = "zh",
    watch: Annotated[bool, typer.Option("--watch", help="文件一改就再测，按 Ctrl-C 结束。")] = False,
) -> int:
    """运行规则自带的例子。"""
    names = packs or [DEFAULT_PACK]
    if not watch:
        return max(_tested(name, lang, named=len(names) > 1) for name in names)
    code = 0
    try:
        while True:
            before = _times(names)
            code = max(_tested_again(name, lang) for name in names)
            print(say(Words("等待修改……（Ctrl-C 结束）", "Waiting for a change… (Ctrl-C ends)"), lang), flush=True)
            while _times(names) == before:
                sleep(_PAUSE)
    except KeyboardInterrupt:
        return code


def _times(names: Sequence[str]) -> dict[str, int]:
    """Return when each file beside the packs was changed last."""
    folders = {Path(name) if Path(name).is_dir() else Path(name).parent for name in names if Path(name).exists()}
    folders |= {find(name.split("+")[0]).parent for name in names if not Path(name).exists()}
    return {str(p): p.stat().st_mtime_ns for f in folders for p in f.rglob("*.yaml") if p.is_file()}


def _tested_again(name: str, lang: Lang) -> int:
    """Test a pack that somebody is writing: a mistake in it is told, and waited for."""
    try:
        return _tested(name, lang, named=True)
    except PackError as error:
        print(error.in_language(lang))
        return 1


def _tested(name: str, lang: Lang, *, named: bool) -> int:
    pack = load_pack(name)
    proofs = prove(pack)
    for proof in proofs:
        if proof.state in ("failed", "surprising"):
            print(say(_told(proof, _where(proof, name)), lang))
    failed = sum(p.state in ("failed", "surprising") for p in proofs)
    todo = sum(p.state == "todo" for p in proofs)
    passed = len(proofs) - failed - todo
    told = Words(
        f"{passed}个例子通过，{failed}个不通过，{todo}个已知做不到", f"{passed} passed, {failed} failed, {todo} todo"
    )
    print(f"{f'{pack.id}  ' if named else ''}{say(told, lang)}")
    return 1 if failed else 0


def _where(proof: Proof, name: str) -> str:
    """Return where an example stands, with its file if the rule's own file has it."""
    from validator.authoring.places import near, places_of

    top = (RECOGNISE,) if proof.rule == RECOGNISE else ("rules", proof.rule)
    found = places_of(name).get((*top, "tests", proof.number - 1), "")
    return near(found) if f":{proof.line}:" in found else f":{proof.line}"


def _told(proof: Proof, place: str) -> Words:
    where = f"{place}: {proof.rule} #{proof.number}"
    if proof.state == "surprising":
        return Words(f"{where}：标着 todo 的例子已经通过，请去掉 todo", f"{where}: a todo passes; drop the mark")
    return Words(f"{where}：应为 {proof.want}，得到 {proof.got}", f"{where}: wanted {proof.want}, got {proof.got}")
