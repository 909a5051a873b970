"""The web page against axe-core in Chromium.

KANAALWAARDEN_REQUIRE=axe makes the absence of either a failure, and checks both examples in both languages and schemes (two minutes).
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kanaalwaarden.export.formats import export_bytes
from tests import samples

CHECK = Path(__file__).parents[2] / ".ci" / "axe.py"
REQUIRED = "axe" in os.environ.get("KANAALWAARDEN_REQUIRE", "")


def axe(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    if not any(map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))) and not REQUIRED:
        pytest.skip("Chromium is not on this machine")
    done = subprocess.run([sys.executable, CHECK, *arguments], capture_output=True, text=True, timeout=280, check=False)
    if not done.stdout and not REQUIRED:
        pytest.skip(f"axe-core could not be fetched: {done.stderr[-300:]}")
    return done


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(tmp_path: Path, scheme: str) -> None:
    files = []
    quick = [(samples.WATERRIJK, "nl")] if scheme == "light" else [(samples.UTRECHT, "en")]
    every = [(name, language) for name in (samples.WATERRIJK, samples.UTRECHT) for language in ("nl", "en")]
    for name, language in every if REQUIRED else quick:
        path = tmp_path / f"{name}-{language}.html"
        path.write_bytes(export_bytes(samples.example(name), "html", samples.labels(language), samples.prompts(language)))
        files.append(path)
    done = axe(*(["--dark"] if scheme == "dark" else []), *files)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("PASS") == len(files)


def test_axe_does_find_faults(tmp_path: Path) -> None:
    path = tmp_path / "fout.html"
    page = '<!DOCTYPE html><html><head><title>x</title></head><body><p style="color:#ccc">grijs</p><svg role="img"></svg></body></html>'
    path.write_text(page, encoding="utf-8")
    done = axe(path)
    assert done.returncode == 1
    for fault in ("html-has-lang", "color-contrast", "svg-img-alt"):
        assert fault in done.stdout
