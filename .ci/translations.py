"""The translations, held against the source: run by `.ci/dev.py check`, and with --update by `.ci/dev.py translations`.

The program's own strings are English. kanaalwaarden_nl.ts translates all of them; kanaalwaarden_en.ts holds plural forms only.
"""

import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
NUMERUS_FORMS = 2  # Dutch and English both have one and many
# File name: what lupdate is told besides.
FILES = {
    "kanaalwaarden_nl.ts": ["-source-language", "en", "-target-language", "nl"],
    "kanaalwaarden_en.ts": ["-source-language", "en", "-target-language", "en", "-pluralonly"],
}


def tool(name: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """One of Qt's own tools, from the environment that runs this script."""
    path = shutil.which(name, path=str(Path(sys.executable).parent))
    if path is None:
        sys.exit(f"{name} is not in this environment; start this as: python3 .ci/dev.py check")
    return subprocess.run([path, *arguments], cwd=ROOT, capture_output=True, text=True, encoding="utf-8")


def update(target: Path, options: list[str]) -> str:
    """Bring `target` up to date with the source; returns what lupdate complained of."""
    done = tool("pyside6-lupdate", "-extensions", "py", "-locations", "none", "-no-obsolete", *options, "kanaalwaarden", "-ts", target)
    words = [line for line in (done.stdout + done.stderr).splitlines() if "warning" in line.lower() or "error" in line.lower()]
    if done.returncode and not words:
        words = [done.stderr.strip() or f"lupdate ended with status {done.returncode}"]
    return "; ".join(words)


def messages(file: Path) -> Iterator[tuple[tuple[str, str, str, bool], ElementTree.Element]]:
    """Every message of a .ts file with what identifies it: context, source, comment, plural or not."""
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            words = [context.findtext("name", ""), message.findtext("source", ""), message.findtext("comment", "")]
            yield (words[0], words[1], words[2], message.get("numerus") == "yes"), message


def unfinished(message: ElementTree.Element) -> str:
    """Why this message is not a finished translation, or nothing."""
    translation = message.find("translation")
    if translation is None or translation.get("type"):
        return "is marked unfinished" if translation is not None else "has no translation"
    if message.get("numerus") == "yes":
        forms = [(form.text or "").strip() for form in translation.findall("numerusform")]
        return "" if len(forms) == NUMERUS_FORMS and all(forms) else "lacks a plural form"
    return "" if (translation.text or "").strip() else "is empty"


def problems(name: str, options: list[str], scratch: Path) -> list[str]:
    """Everything that is wrong with the .ts file `name`, one sentence each."""
    shipped = FOLDER / name
    if not shipped.is_file():
        return [f"{name}: there is no such file in {FOLDER.relative_to(ROOT)}; run: python3 .ci/dev.py translations"]
    fresh = scratch / name
    shutil.copyfile(shipped, fresh)
    complaint = update(fresh, options)
    found = [f"{name}: lupdate says: {complaint}"] if complaint else []
    ours, theirs = dict(messages(shipped)), dict(messages(fresh))
    found += [f"{name}: not in it yet: {key[0]}: {key[1]!r}" for key in theirs if key not in ours]
    found += [f"{name}: no longer in the source: {key[0]}: {key[1]!r}" for key in ours if key not in theirs]
    found += [f"{name}: {key[0]}: {key[1]!r} {why}" for key, message in ours.items() if (why := unfinished(message))]
    if not found:
        done = tool("pyside6-lrelease", "-silent", "-fail-on-unfinished", shipped, "-qm", scratch / (name + ".qm"))
        if done.returncode:
            found.append(f"{name}: lrelease refuses it: {(done.stdout + done.stderr).strip()}")
    return found


def main() -> int:
    if "--update" in sys.argv[1:]:
        FOLDER.mkdir(parents=True, exist_ok=True)
        complaints = [f"{name}: {complaint}" for name, options in FILES.items() if (complaint := update(FOLDER / name, options))]
        open_ones = [f"{name}: {key[0]}: {key[1]!r}" for name in FILES for key, message in messages(FOLDER / name) if unfinished(message)]
        print("\n".join([*complaints, *open_ones]) or "Both files are up to date and finished.")
        return 1 if complaints else 0
    with tempfile.TemporaryDirectory() as scratch:
        found = [problem for name, options in FILES.items() for problem in problems(name, options, Path(scratch))]
    print("\n".join(found) or f"{', '.join(FILES)}: complete.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
