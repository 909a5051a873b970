"""Every outcome that the fuzzer ever reached, with the smallest input that reaches it: each is still told in the same way, and quickly.

Made by `.ci/reliability/fuzz.py --corpus tests/data/corpus`. Make it anew when the form of a file changes, not to let a reader pass.
"""

import gzip
import time
from pathlib import Path

import pytest

from kanaalwaarden.core.errors import Refused
from tests.runs import load

CORPUS = Path(__file__).parent / "data" / "corpus"


def test_every_input_of_the_corpus_ends_as_it_did(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KANAALWAARDEN_DATA", str(tmp_path / "data"))
    fuzz = load(".ci/reliability/fuzz.py")
    readers = fuzz.readers(tmp_path)
    assert {each.name for each in CORPUS.iterdir()} == set(readers), "every reader has its inputs"
    ended = {}
    files = sorted(CORPUS.glob("*/*.gz"))
    for file in files:
        _, read = readers[file.parent.name]
        data = gzip.decompress(file.read_bytes())
        started = time.perf_counter()
        try:
            read(data)
            why = "accepted"
        except Refused as problem:
            why = fuzz.outcome_of(problem)
        assert time.perf_counter() - started < 10
        ended[f"{file.parent.name}/{why}"] = file
    assert sorted(ended) == sorted(f"{file.parent.name}/{file.stem}" for file in files)
    assert len(files) > 40
