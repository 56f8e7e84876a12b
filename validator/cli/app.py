"""The verbs put together, and the one border where errors become lines and exit codes."""

from __future__ import annotations

import io
import os
import re
import signal
import sys
from importlib import import_module
from typing import Any

import typer

from validator.errors import ChaqueError, Interrupted
from validator.version import __version__
from validator.words import LANGS, Lang, Words

_INTERRUPTED = 130  # also what typer makes of Ctrl-C, without a word

app = typer.Typer(
    name="chaque",
    help="查缺：检查法治政府建设年度报告缺什么。",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
VERBS = ("check", "review", "decide", "history", "demo-county", "explain", "packs", "schema", "text")


@app.callback()
def _main(version: bool = typer.Option(False, "--version", help="显示版本号。")) -> None:
    """查缺：检查法治政府建设年度报告缺什么。"""
    if version:
        print(f"chaque {__version__}")
        raise typer.Exit


def _add_verbs(wanted: str) -> None:
    """Add the verb *wanted*, or all of them for the help: importing the others would cost as much as a check."""
    for verb in (wanted,) if wanted in VERBS else VERBS:
        module = import_module(f"validator.cli.{verb.replace('-', '_')}")
        if hasattr(module, "app"):
            app.add_typer(module.app, name=verb)
        else:
            app.command(verb)(module.command)


def run() -> None:
    """Run the command line and end the process: 0 met, 1 below the gate, 2 could not run, 3 incomplete."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and (stream.encoding or "").lower().replace("-", "") != "utf8":
            _speak_chinese(stream)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # what is begun is put away, as after Ctrl-C
    try:
        _add_verbs(sys.argv[1] if len(sys.argv) > 1 else "")
        code = app(standalone_mode=False)
        if code == _INTERRUPTED:
            raise KeyboardInterrupt
    except (KeyboardInterrupt, typer.Abort):
        code = _told(_STOPPED)
    except ChaqueError as error:
        code = _told(error)
    except Exception as error:
        code = _unexpected(error)
    sys.exit(code if isinstance(code, int) else 0)


_STOPPED = Interrupted("", Words("已中断。", "Interrupted."))


def _told(error: ChaqueError) -> int:
    """Print a problem that the user can see and mend, and return the exit status."""
    if isinstance(error, Interrupted) and sys.stderr.isatty():
        print(file=sys.stderr)  # below the progress bar, and what the terminal writes for Ctrl-C
    print(error.in_language(_language()), file=sys.stderr)
    return _INTERRUPTED if isinstance(error, Interrupted) else 2


def _speak_chinese(stream: io.TextIOWrapper) -> None:
    """Let a stream that cannot write Chinese (LANG=C) write UTF-8; one that can keeps its encoding."""
    try:
        "查缺".encode(stream.encoding or "ascii")
        stream.reconfigure(errors="backslashreplace")
    except UnicodeError:
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")


_WRONG_USE = {
    "MissingParameter": "没有写要处理的文件、文件夹或名称（{name}）",
    "MissingOption": "要写 {name}",
    "NoSuchOption": "没有 {name} 这个选项",
    "BadParameter": "{name} 写得不对",
    "BadOptionUsage": "{name} 后面要写值",
    "NoSuchCommand": "没有 {name} 这个命令",
}


def _unexpected(error: Exception) -> int:
    """Print what typer itself complains of, or a bug of ours."""
    if hasattr(error, "show"):
        _tell_wrong_use(error)
        return 2
    if os.environ.get("CHAQUE_DEBUG"):
        raise error
    zh = f"程序内部出错（{type(error).__name__}: {error}）。请设环境变量 CHAQUE_DEBUG=1 再运行一次，把输出发给开发者。"
    en = f"Internal error ({type(error).__name__}: {error}). Run again with CHAQUE_DEBUG=1 and send us the output."
    print(en if _language() == "en" else zh, file=sys.stderr)
    return 2


def _tell_wrong_use(error: Exception) -> None:
    """Say in the user's language how the command was misused; without any words show the help."""
    detail = error.format_message() if hasattr(error, "format_message") else str(error)
    kind = type(error).__name__
    if kind == "NoArgsIsHelpError":
        print(detail)
        return
    no_command = re.match(r"No such command '(.*?)'(?:\. Did you mean '(.*?)')?", detail)
    if no_command:
        kind = "NoSuchCommand"
    parameter = getattr(error, "param", None)
    if kind == "MissingParameter" and getattr(parameter, "param_type_name", "") == "option":
        kind = "MissingOption"
    name = getattr(error, "option_name", None) or _name_of(parameter)
    name = no_command[1] if no_command else name
    zh = _WRONG_USE.get(kind, "命令写法不对").format(name=name)
    hint = "；文件名以“-”开头的，前面加 ./" if kind in ("MissingParameter", "NoSuchOption") else ""
    near = getattr(error, "possibilities", None) or ([no_command[2]] if no_command and no_command[2] else [])
    meant = f"，是不是 {near[0]}" if near else _allowed(parameter)
    more = f"（{detail}）" if kind not in _WRONG_USE else ""
    told = detail if _language() == "en" else f"{zh}{meant}{more}{hint}。请看 chaque --help"
    print(told, file=sys.stderr)


def _name_of(parameter: Any) -> str:
    if parameter is None:
        return ""
    is_option = getattr(parameter, "param_type_name", "") == "option"
    return str(parameter.opts[0] if is_option else parameter.metavar or parameter.opts[0])


def _allowed(parameter: Any) -> str:
    """Return what an option takes, where typer knows it."""
    kind = getattr(parameter, "type", None)
    choices, least = getattr(kind, "choices", None), getattr(kind, "min", None)
    if choices:
        return f"，可以写 {'、'.join(map(str, choices))}"
    return f"，要写不小于 {least} 的整数" if least is not None else ""


def _language() -> Lang:
    """Return the language that was asked for, even when the command line could not be parsed."""
    args = sys.argv
    wanted = next((args[i + 1] for i, a in enumerate(args[:-1]) if a == "--lang"), "zh")
    wanted = next((a.partition("=")[2] for a in args if a.startswith("--lang=")), wanted)
    return wanted if wanted in LANGS else "zh"
