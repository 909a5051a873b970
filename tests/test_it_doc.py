"""What docs/it.md promises an IT department is what the program does: its examples are read from the page itself."""

import json
import re
from pathlib import Path

import pytest

from kanaalwaarden import paths
from kanaalwaarden.core.house import House
from kanaalwaarden.core.templates import session_from_template
from kanaalwaarden.store import lock
from kanaalwaarden.store.house_style import house_in_use, use_house
from kanaalwaarden.store.presets import OFF, Presets, presets_in_use
from kanaalwaarden.store.question_set import use_prompts
from kanaalwaarden.store.session_file import SessionFile
from kanaalwaarden.ui.crash_report import keep_report
from kanaalwaarden.ui.settings import Settings
from tests.ui.conftest import example

PAGE = (Path(__file__).resolve().parent.parent / "docs" / "it.md").read_text(encoding="utf-8")
EXAMPLES = dict(re.findall(r"^### (\S+\.json)\n\n```json\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL))
AT = "2026-11-02T10:00:00+01:00"


@pytest.fixture
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the program with every example of the page in it."""
    for name, content in EXAMPLES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    monkeypatch.setenv("KANAALWAARDEN_PROGRAM", str(tmp_path))
    return tmp_path


def test_beheer_json_has_every_key_and_everything_that_can_be_off(beside: Path) -> None:
    given = json.loads(EXAMPLES["beheer.json"])
    assert given.keys() == Presets.__dataclass_fields__.keys()
    assert set(given["off"]) == set(OFF)
    found, problem = presets_in_use()
    assert problem is None
    assert found == Presets("nl", "system", "1.25", "D:\\Sessies", "onze-gemeente", frozenset(OFF))
    table = PAGE.partition("| key | values |")[2].partition("\n\n")[0]
    assert set(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)) == given.keys()
    assert all(f"`{each}` (" in table for each in OFF)


def test_the_other_examples_are_taken(beside: Path) -> None:
    session = session_from_template(json.loads(paths.templates()["onze-gemeente"].read_text(encoding="utf-8")))
    assert [each.code for each in session.disciplines][-1] == "IB"
    assert house_in_use() == (House("#154273", b""), None)


def test_everything_that_is_written_is_on_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "NAME.kanaal"
    SessionFile.create(path, example(), AT).close()
    file = SessionFile.open(path, AT)
    use_house(House("#154273", b""))
    use_prompts(paths.resources() / "prompts.json")
    keep_report("een storing")
    paths.practice().mkdir()
    settings = Settings()
    settings.put("language", "en")
    del settings  # Qt writes it then
    try:
        assert {each.name for each in tmp_path.iterdir()} == {"NAME.kanaal", lock.lock_path(path).name}
        written = {each.name for each in paths.local_data().iterdir()}
        assert written == {"work", "eerder", "storingen", "practice", "vragen.json", "huisstijl.json"}
        work = {re.sub(r"^[0-9a-f]{16}", "HEX", each.name) for each in (paths.local_data() / "work").iterdir()}
        kept = {each.name for each in (paths.settings() or tmp_path).iterdir()}
    finally:
        file.close()
    table = PAGE.partition("| what | where | how long |")[2].partition("\n\n")[0]
    for name in ("NAME.kanaal", ".~lock.NAME.kanaal#", *written, *work, *kept):
        assert f"`{name}`" in table, name
