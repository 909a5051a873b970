"""Holding PDF files to the real validator, veraPDF; needs Java, and KANAALWAARDEN_REQUIRE=verapdf makes its absence a failure."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

CHECK = Path(__file__).parents[1] / ".ci" / "verapdf" / "check_pdf.py"
REQUIRED = "verapdf" in os.environ.get("KANAALWAARDEN_REQUIRE", "")


def assert_conform(files: Sequence[Path]) -> None:
    """Every file is PDF/UA-1 and PDF/A-3a. Skips where the validator cannot run, unless it is asked for."""
    if shutil.which("java") is None:
        if REQUIRED:
            pytest.fail("Java is not on this machine, and KANAALWAARDEN_REQUIRE asks for veraPDF")
        pytest.skip("Java is not on this machine")
    done = subprocess.run([sys.executable, CHECK, "ua1,3a", *files], capture_output=True, text=True, timeout=280, check=False)
    lines = [line for line in done.stdout.splitlines() if line.startswith(("PASS", "FAIL"))]
    if done.returncode and not lines and not REQUIRED:
        pytest.skip(f"the engine could not be fetched: {done.stderr[-300:]}")
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(lines) == 2 * len(files)
