"""The largest session there can be in earnest (40 platforms, 30 values, 50 disciplines, a reason with every third answer), as minutes in
both editions and languages, each validated as PDF/UA-1 and PDF/A-3a. It takes many minutes and much memory, so it is no part of the tests.

    .venv/bin/python .ci/verapdf/largest.py      needs Java; exit status 0 only where every file conforms
"""

import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from kanaalwaarden.core.model import Rating, Session, session_of  # noqa: E402 - the program is found from the checkout
from kanaalwaarden.export.formats import Options, export_bytes  # noqa: E402
from tests import samples  # noqa: E402


def largest() -> Session:
    """60,000 answers, of which 20,000 with a reason."""
    records = []
    for number, each in enumerate(samples.full(30, 40, 50).records()):
        if isinstance(each, Rating):
            each = replace(each, reason=f"Reden {number}: wij zien dit terug in de vragen die binnenkomen." if number % 3 == 0 else "")
        records.append(each)
    return session_of(records)


def main() -> int:
    session = largest()
    print(f"{len(session.ratings):,} answers", flush=True)
    status = 0
    with tempfile.TemporaryDirectory() as folder:
        for edition in ("internal", "public"):
            for language in ("nl", "en"):
                started = time.perf_counter()
                data = export_bytes(session, "pdf", samples.labels(language), samples.prompts(language), Options(edition))
                print(f"{edition} {language}: {len(data) / 1e6:.1f} MB in {time.perf_counter() - started:.0f} s", flush=True)
                path = Path(folder) / f"{edition}-{language}.pdf"
                path.write_bytes(data)
                check = Path(__file__).with_name("check_pdf.py")
                status |= subprocess.run([sys.executable, check, "ua1,3a", path], check=False).returncode
                path.unlink()
    return status


if __name__ == "__main__":
    sys.exit(main())
