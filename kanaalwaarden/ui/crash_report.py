"""What went wrong in the program, for whoever mends it: where in our code, and in which versions. Nothing that anybody typed.

The message of an exception may quote a text of the session, so it is left out, and so are the values of variables.
"""

import contextlib
import datetime
import platform
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import qVersion

from kanaalwaarden import __version__, paths

KEPT = 10
"""Reports that stay; older ones go."""


def folder() -> Path:
    """Where they are: on this computer, in the user's own folder."""
    return paths.local_data() / "storingen"


def report_text(problem: BaseException, trace: TracebackType | None) -> str:
    """The kinds of the exception and of what caused it, with the places in the code they came through."""
    lines = [f"Kanaalwaarden {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.system()} {platform.release()}"]
    seen: BaseException | None = problem
    while seen is not None:
        lines.append(f"{type(seen).__module__}.{type(seen).__qualname__}")
        for frame in traceback.extract_tb(trace if seen is problem else seen.__traceback__):
            place = Path(frame.filename)
            lines.append(f"  {'/'.join(place.parts[-3:])}:{frame.lineno} {frame.name}")  # never the home folder, which is a name
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    return "\n".join(lines) + "\n"


def keep_report(text: str) -> Path | None:
    """Write it down, and let the oldest go. None where that cannot be: the report is on the screen as well."""
    place = folder()
    with contextlib.suppress(OSError):
        place.mkdir(parents=True, exist_ok=True)
        path = place / f"{datetime.datetime.now():%Y-%m-%d-%H%M%S-%f}.txt"
        path.write_text(text, encoding="utf-8")
        for old in sorted(place.glob("*.txt"))[:-KEPT]:
            old.unlink()
        return path
    return None
