#!/usr/bin/env python3
"""The door for people: makes the environment when it is missing or stale, then runs the command in it.

    python3 portal.py demo      an invented estate, built and served on this machine
    python3 portal.py test      the whole test suite
    python3 portal.py check     format, lint, types, floors, and every test; register and gate with branch coverage
    python3 portal.py cover     the tests of register and gate alone, with branch coverage
    python3 portal.py bench     what each part costs, beside a baseline in the same run
    python3 portal.py fix       format the code and mend what the linter can
    python3 portal.py ...       every other command of `portal`

A script of the standard library alone: it must run before anything is installed.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
OLDEST_PYTHON = (3, 11)
COVERED = ("tests/register", "tests/generator/disclosure")
DEVELOPERS_COMMANDS = ("test", "check", "cover", "fix", "bench")


def main(arguments: list[str]) -> int:
    if sys.version_info < OLDEST_PYTHON:
        return fail(
            f"需要 Python {OLDEST_PYTHON[0]}.{OLDEST_PYTHON[1]} 或更新的版本，当前是 {sys.version.split()[0]}。\n"
            f"The portal needs Python {OLDEST_PYTHON[0]}.{OLDEST_PYTHON[1]} or newer; this is {sys.version.split()[0]}."
        )
    command = arguments[0] if arguments else "--help"
    if command in ("-h", "--help", "help"):
        print(__doc__)
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
        become(*tests(), *arguments[1:])
    if command == "bench":
        os.chdir(ROOT)
        become("-m", "bench", *arguments[1:])
    become("-m", "generator.cli", *arguments)
    return 0


def make_environment(pins: str) -> str | None:
    """Install the pinned, hash-checked packages if they are not there. Returns a sentence if that fails."""
    if is_current(pins):
        return None
    print(
        f"正在准备运行环境（首次约需一分钟）…  Making the environment in {VENV.name} ({pins}) …", flush=True
    )
    if not venv_python().exists():
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


def install_steps(pins: str) -> list[list[str]]:
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
        venv_python().exists()
        and stamp(pins).exists()
        and stamp(pins).read_text(encoding="utf-8") == fingerprint(pins)
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


def become(*arguments: str) -> None:
    """Go on as Python of the environment, so that Ctrl-C and every signal reach the command itself."""
    os.execve(venv_python(), [str(venv_python()), *arguments], surroundings())


def run(*arguments: str) -> int:
    """Run Python of the environment in the project's folder and wait for it."""
    done = subprocess.run([str(venv_python()), *arguments], cwd=ROOT, env=surroundings(), check=False)
    return done.returncode


def surroundings() -> dict[str, str]:
    """The variables of the caller, but compiled code is kept: each start is seconds shorter."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def tests() -> tuple[str, ...]:
    """pytest over several workers; half as many again as there are cores, for many tests wait for the disk or a socket."""
    cores = os.cpu_count() or 1
    return ("-m", "pytest", "-n", str(cores + cores // 2), "--dist", "worksteal")


def check() -> int:
    """Everything a change must pass, every test once; goes on after a failure and counts them at the end."""
    checks = {
        "format": partial(run, "-m", "ruff", "format", "--check", "."),
        "lint": partial(run, "-m", "ruff", "check", "."),
        "types": partial(run, "-m", "mypy"),
        "floors": partial(run, "-c", "import sys; from importlinter.cli import lint_imports_command as c; sys.exit(c())"),
        "tests of register and gate, every branch": cover,
        "all other tests": partial(run, *tests(), *(f"--ignore={folder}" for folder in COVERED)),
    }  # fmt: skip
    failed = []
    for name, passes in checks.items():
        print(f"\n== {name}", flush=True)
        if passes():
            failed.append(name)
    print(
        f"\n{len(checks) - len(failed)} passed, {len(failed)} failed"
        + (f": {', '.join(failed)}" if failed else "")
    )
    return 1 if failed else 0


def cover() -> int:
    """The tests of the register and the gate under branch coverage; both must be covered whole."""
    run("-m", "coverage", "erase")
    failed = run("-m", "coverage", "run", *tests(), "-q", *COVERED)
    run("-m", "coverage", "combine", "-q")
    whole = "--include=register/*,generator/disclosure/*"
    return failed or run("-m", "coverage", "report", "--skip-covered", "--fail-under=100", whole)


def fail(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
