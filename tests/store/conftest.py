"""What the tests of the store share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kanaalwaarden.store.session_file import SessionFile
from tests.store.small import AT, small


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "zaak.kanaal"


@pytest.fixture
def file(path: Path) -> Iterator[SessionFile]:
    made = SessionFile.create(path, small(), AT)
    yield made
    made.abandon()
