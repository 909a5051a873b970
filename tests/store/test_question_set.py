"""Which question set is in use: the organisation's own, or ours when there is none or it is not sound."""

import json
from pathlib import Path

import pytest

from kanaalwaarden import paths
from kanaalwaarden.core.errors import Refused
from kanaalwaarden.store.question_set import copy_shipped, prompts_in_use, use_prompts
from tests import samples
from tests.core.test_prompts import OWN


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "onze.json"
    path.write_text(json.dumps(OWN), encoding="utf-8")
    return path


def title(language: str = "nl") -> str:
    return prompts_in_use(language)[0].title


def test_ours_is_in_use_until_another_is_chosen(own: Path) -> None:
    shipped = title()
    use_prompts(own)
    assert title() == "Onze vragen"
    own.unlink()  # it was copied: the file that was chosen may go
    assert title() == "Onze vragen"
    use_prompts(None)
    use_prompts(None)
    assert title() == shipped


def test_what_is_not_sound_is_refused_and_changes_nothing(own: Path) -> None:
    use_prompts(own)
    own.write_text(json.dumps(OWN | {"groups": "geen"}), encoding="utf-8")
    with pytest.raises(Refused):
        use_prompts(own)
    with pytest.raises(Refused, match="file_missing"):
        use_prompts(own.with_name("weg.json"))
    assert title() == "Onze vragen"


def test_an_own_set_that_was_damaged_is_told_and_ours_takes_its_place() -> None:
    shipped = title()
    paths.own_prompts().parent.mkdir(parents=True, exist_ok=True)
    paths.own_prompts().write_text("{", encoding="utf-8")
    found, problem = prompts_in_use("nl")
    assert found.title == shipped
    assert problem is not None
    assert "vragen.json" in samples.labels().problem(problem)


def test_ours_can_be_copied_to_begin_from(tmp_path: Path) -> None:
    copy_shipped(tmp_path / "begin.json")
    use_prompts(tmp_path / "begin.json")
    assert prompts_in_use("en")[0].title == prompts_in_use("en")[0].title != ""
    with pytest.raises(Refused, match="file_unwritable"):
        copy_shipped(tmp_path / "geen map" / "begin.json")
