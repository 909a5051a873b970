"""How fast it is: every figure beside a baseline of the same run, as a table and as JSON.

    python3 .ci/dev.py bench [--only PART] [--runs 5] [--json FILE] [--fast]

An absolute time says little on another machine, a ratio does. With --fast only a small subset with smaller sessions is run, and the status
is 1 only where a ratio is three times and more what was measured last: that is for CI, where the machine is shared. Otherwise the status
is 0: goals that are not reached are in the table, and docs/performance.md says why.
"""

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ["QT_QPA_PLATFORM"] = "offscreen"
_HOME = tempfile.TemporaryDirectory(prefix="kanaalwaarden-benchmark-")
os.environ["KANAALWAARDEN_DATA"] = str(Path(_HOME.name) / "data")
os.environ["KANAALWAARDEN_CONFIG"] = str(Path(_HOME.name) / "config")

from PySide6.QtCore import qVersion  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from benchmarks import files, window  # noqa: E402
from benchmarks.figures import RUNS, Figure, Wish  # noqa: E402
from kanaalwaarden.ui.theme import install_fonts  # noqa: E402

PARTS: dict[str, Callable[[Wish, Path], Iterator[Figure]]] = {
    "start": window.starting,
    "memory": window.memory,
    "keys": window.keys,
    "open": files.opening,
    "import": files.importing,
    "minutes": files.minutes_cost,
    "pages": files.pages,
    "formats": files.formats,
    "merge": files.merging,
    "compare": files.comparing,
    "list": window.folder_list,
}
FAST = ("keys", "open", "import", "minutes", "pages")
HEAD = "| what | taken | baseline in the same run | ratio | goal | reached |\n|---|---|---|---|---|---|"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=tuple(PARTS), action="append", help="only this part; may be given more than once")
    parser.add_argument("--runs", type=int, default=RUNS, help="how often each is measured")
    parser.add_argument("--json", type=Path, help="write all runs to this file too")
    parser.add_argument("--fast", action="store_true", help="the small subset for CI")
    asked = parser.parse_args()
    app = QApplication(sys.argv[:1])
    install_fonts()
    wish = Wish(max(1, asked.runs), asked.fast)
    found: list[Figure] = []
    print(f"Python {platform.python_version()}, Qt {qVersion()}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores\n")
    print(HEAD, flush=True)
    for name in asked.only or (FAST if asked.fast else PARTS):
        with tempfile.TemporaryDirectory(prefix="kanaalwaarden-benchmark-") as folder:
            for each in PARTS[name](wish, Path(folder)):
                found.append(each)
                print(each.row(), flush=True)
    if asked.json:
        asked.json.write_text(json.dumps([each.facts() for each in found], indent=2) + "\n", encoding="utf-8")
    app.processEvents()
    far = [each.name for each in found if asked.fast and each.ratio and each.alarm and each.ratio > each.alarm]
    if far:
        print("far slower than it was: " + "; ".join(far), file=sys.stderr)
    return 1 if far else 0


if __name__ == "__main__":
    sys.exit(main())
