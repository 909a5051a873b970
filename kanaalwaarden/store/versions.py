"""Earlier versions of a session, and what is left of a damaged one: each becomes a file of its own, so that nothing is overwritten."""

import os
import shutil
from pathlib import Path

from kanaalwaarden.core.errors import Refused
from kanaalwaarden.store import backups
from kanaalwaarden.store.backups import Backup
from kanaalwaarden.store.place import place, placing, real, refuse_existing, refuse_held
from kanaalwaarden.store.reading import read_file
from kanaalwaarden.store.rescue import read_in_part
from kanaalwaarden.store.session_file import SessionFile


def earlier(path: Path) -> list[Backup]:
    """The versions of the session at this path that were kept, the last one first. The file need not be there, or sound."""
    return backups.earlier(real(path))


def restore(backup: Backup, path: Path, overwrite: bool = False) -> None:
    """Put an earlier version at `path`. `Refused` when it cannot be read, or as `SessionFile.create`; nothing is left then."""
    path = real(path)
    read_file(backup.path)
    refuse_existing(path, overwrite)
    refuse_held(path)
    temp = path.with_name(f".{backup.path.stem}.kanaal-tijdelijk")
    with placing(path):
        try:
            shutil.copyfile(backup.path, temp)
            with temp.open("rb+") as file:
                os.fsync(file.fileno())
            place(temp, path, overwrite)
        finally:
            temp.unlink(missing_ok=True)


def rescue(path: Path, to: Path, at: str, overwrite: bool = False) -> int:
    """Make a new session file of what can be read of a damaged one; how much could not be used.

    `Refused` when nothing can be read, or as `SessionFile.create`.
    """
    session, lost = read_in_part(real(path))
    if real(to) == real(path):
        raise Refused("file_exists", path=str(to))  # what is damaged stays as it is: somebody may read more of it than we
    SessionFile.create(to, session, at, overwrite=overwrite).close()
    return lost
