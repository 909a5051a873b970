"""The whole evening through the two windows, on two virtual displays (a process of its own: displays are given at its start)."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def test_a_whole_evening_in_two_windows(tmp_path: Path) -> None:
    displays = [
        {"name": "laptop", "x": 0, "y": 0, "width": 1280, "height": 720, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1},
        {"name": "beamer", "x": 1280, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1},
    ]
    (tmp_path / "x.json").write_text(json.dumps({"screens": displays}))
    around = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={tmp_path / 'x.json'}", "PYTHONPATH": str(ROOT)}
    around |= {"KANAALWAARDEN_DATA": str(tmp_path / "data"), "KANAALWAARDEN_CONFIG": str(tmp_path / "config")}
    command = [sys.executable, "-m", "tests.ui.evening", str(tmp_path)]
    done = subprocess.run(command, env=around, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert "the evening is over" in done.stdout, done.stderr
    assert "Traceback" not in done.stderr
