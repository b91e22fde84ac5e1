#!/usr/bin/env python3
"""物业服务公开 · The property portal. 用法 · Use:

    python3 portal.py demo    演示小区，生成后在本机打开 · an invented estate, built and served on this machine
    python3 portal.py test    运行全部测试 · the whole test suite
    python3 portal.py check   格式、类型、分层和全部测试 · format, lint, types, floors, and every test
    python3 portal.py cover   登记簿和公示关口逐分支覆盖 · register and gate alone, with branch coverage
    python3 portal.py bench   各部分的开销 · what each part costs, beside a baseline
    python3 portal.py fix     整理代码格式 · format the code and mend what the linter can
    python3 portal.py ...     其余命令，环境建好后列在下面 · every other command; listed below once the environment is there

运行环境（.venv）缺少或过期时自动建立。 The environment is made when it is missing or stale.
"""

# A script of the standard library alone: it must run before anything is installed, and in an old Python so far as to
# say which one is needed. So annotations that an old one does not know are quoted.

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
OLDEST_PYTHON = (3, 11)
NEWEST_KNOWN = 14  # the newest 3.x that is looked for where this one is too old
COVERED = ("tests/register", "tests/generator/disclosure")
DEVELOPERS_COMMANDS = ("test", "check", "cover", "fix", "bench")


def main(arguments: "list[str]") -> int:
    if sys.version_info < OLDEST_PYTHON:
        return fail(too_old())
    command = arguments[0] if arguments else "--help"
    if command in ("-h", "--help", "help"):
        print(__doc__, flush=True)
        if is_current("runtime"):
            become("-m", "generator.cli", "--help")
        return 0
    pins = "dev" if command in DEVELOPERS_COMMANDS else "runtime"
    problem = make_environment(pins)
    if problem:
        return fail(problem)
    if command == "check":
        return check()
    if command == "cover":
        return cover()
    if command == "fix":
        return run("-m", "ruff", "check", "--fix", "-q", ".") | run("-m", "ruff", "format", ".")
    if command == "test":
        os.chdir(ROOT)
        become(*tests(waiting=True), *arguments[1:])
    if command == "bench":
        os.chdir(ROOT)
        become("-m", "bench", *arguments[1:])
    become("-m", "generator.cli", *arguments)
    return 0


def too_old() -> str:
    """Which Python is needed, and which one that would do is on this machine."""
    needed, this = ".".join(map(str, OLDEST_PYTHON)), sys.version.split()[0]
    names = [f"python3.{minor}" for minor in range(OLDEST_PYTHON[1], NEWEST_KNOWN + 1)]
    found = next(filter(shutil.which, names), None)
    sentence = (
        f"需要 Python {needed} 或更新的版本，当前是 {this}。\n"
        f"The portal needs Python {needed} or newer; this is {this}."
    )
    if found is None:
        return sentence
    words = " ".join([found, "portal.py", *sys.argv[1:]])
    return f"{sentence}\n本机已有较新的版本，请运行 · A newer one is here; run: {words}"


def make_environment(pins: str) -> "str | None":
    """Install the pinned, hash-checked packages if they are not there. Returns a sentence if that fails."""
    if is_current(pins):
        return None
    if not os.access(VENV if VENV.exists() else VENV.parent, os.W_OK):
        return (
            f"没有写入 {VENV.parent} 的权限，运行环境要建在里面。请把整个文件夹复制到您可以写入的地方，再从那里运行。\n"
            f"{VENV.parent} may not be written, and the environment has to be made in it. "
            "Copy the whole folder to a place that is yours, and run it there."
        )
    print(
        f"正在准备运行环境（首次约需一分钟）…  Making the environment in {VENV.name} ({pins}) …", flush=True
    )
    if not has_python():
        try:
            import ensurepip  # noqa: F401  Debian splits it off into a package of its own
        except ImportError:
            return (
                "缺少 venv 模块。请先运行：sudo apt install python3-venv\n"
                "The venv module is missing. Run this first: sudo apt install python3-venv"
            )
        if subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=False).returncode:
            return f"无法建立 {VENV}。 Could not make {VENV}."
    for step in install_steps(pins):
        if subprocess.run(step, cwd=ROOT, check=False).returncode:
            return (
                "安装失败，以上是安装程序的说明；请检查网络或 pip 镜像设置后重试。\n"
                "Installing failed; the installer's words are above. Check the network or your pip mirror and try again."
            )
    stamp(pins).write_text(fingerprint(pins), encoding="utf-8")
    if pins == "dev":
        stamp("runtime").write_text(fingerprint("runtime"), encoding="utf-8")
    return None


def install_steps(pins: str) -> "list[list[str]]":
    """The commands that fill the environment: the pins first, then ourselves without touching them."""
    requirements = ["--require-hashes", "--only-binary", ":all:", "-r", f"requirements/{pins}.txt"]
    ourselves = ["--no-build-isolation", "--no-deps", "-e", "."]
    uv = shutil.which("uv")
    if uv:
        install = [uv, "pip", "install", "--quiet", "--compile-bytecode", "--python", str(venv_python())]
    else:
        install = [str(venv_python()), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    return [install + requirements, install + ourselves]


def is_current(pins: str) -> bool:
    return (
        has_python() and stamp(pins).exists() and stamp(pins).read_text(encoding="utf-8") == fingerprint(pins)
    )


def fingerprint(pins: str) -> str:
    """What the environment depends on: the pins, our own metadata, the interpreter and the place."""
    digest = hashlib.sha256()
    for file in (ROOT / "requirements" / f"{pins}.txt", ROOT / "pyproject.toml"):
        digest.update(file.read_bytes())
    digest.update(f"{sys.version}\0{ROOT}".encode())
    return digest.hexdigest()


def stamp(pins: str) -> Path:
    return VENV / f"portal-{pins}.stamp"


def venv_python() -> Path:
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def has_python() -> bool:
    """Whether the environment has its Python; one that only somebody else may enter has none."""
    return os.access(venv_python(), os.F_OK)


def become(*arguments: str) -> None:
    """Go on as Python of the environment, so that Ctrl-C and every signal reach the command itself."""
    os.execve(venv_python(), [str(venv_python()), *arguments], surroundings())


def python(*arguments: str) -> "tuple[str, ...]":
    """The command that runs Python of the environment."""
    return (str(venv_python()), *arguments)


def run(*arguments: str) -> int:
    """Run Python of the environment in the project's folder and wait for it."""
    return begin(python(*arguments)).wait()


def surroundings() -> "dict[str, str]":
    """The variables of the caller, but compiled code is kept: each start is seconds shorter."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def tests(*, waiting: bool) -> "tuple[str, ...]":
    """pytest over several workers: one a core, and half as many again where many tests wait and nothing else is running."""
    cores = os.cpu_count() or 1
    workers = cores + cores // 2 if waiting else cores
    return ("-m", "pytest", "-n", str(workers), "--dist", "worksteal")


def check() -> int:
    """Everything a change must pass, every test once; goes on after a failure and counts them at the end."""
    checks = {
        "format": python("-m", "ruff", "format", "--check", "."),
        "lint": python("-m", "ruff", "check", "."),
        "types": python("-m", "mypy"),
        "floors": python("-c", "import sys; from importlinter.cli import lint_imports_command as c; sys.exit(c())"),
        "tests of register and gate, every branch": (sys.executable, "portal.py", "cover"),
        "all other tests": python(*tests(waiting=False), *(f"--ignore={folder}" for folder in COVERED)),
    }  # fmt: skip
    failed = [name for name, code in at_once(checks) if code]
    print(
        f"\n{len(checks) - len(failed)} passed, {len(failed)} failed"
        + (f": {', '.join(failed)}" if failed else "")
    )
    return 1 if failed else 0


def at_once(checks: "dict[str, tuple[str, ...]]") -> "Iterator[tuple[str, int]]":
    """Begin all: none waits for another. The last is watched; what the others say is shown when it is done.

    Gives the name and the exit code of each.
    """
    *others, last = checks
    with ExitStack() as open_files:
        said = {
            name: open_files.enter_context(tempfile.TemporaryFile("w+", encoding="utf-8")) for name in others
        }
        begun = {name: begin(checks[name], said[name]) for name in others}
        print(f"== {last}", flush=True)
        yield last, begin(checks[last]).wait()
        for name, process in begun.items():
            code = process.wait()
            said[name].seek(0)
            print(f"\n== {name}\n{said[name].read().strip()}", flush=True)
            yield name, code


def begin(command: "tuple[str, ...]", output: "TextIO | None" = None) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(command, cwd=ROOT, env=surroundings(), stdout=output, stderr=output)


def cover() -> int:
    """The tests of the register and the gate under branch coverage; both must be covered whole."""
    run("-m", "coverage", "erase")
    failed = run("-m", "coverage", "run", *tests(waiting=False), "-q", *COVERED)
    run("-m", "coverage", "combine", "-q")
    whole = "--include=register/*,generator/disclosure/*"
    return failed or run("-m", "coverage", "report", "--skip-covered", "--fail-under=100", whole)


def fail(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:  # what was begun of the environment is taken up by the next start
        sys.exit(130)
