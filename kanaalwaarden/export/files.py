"""Writing an export: whole or not at all, and never over something that was not meant to be replaced."""

import contextlib
import errno
import os
import secrets
import shutil
import stat
import time
from pathlib import Path

from kanaalwaarden import paths
from kanaalwaarden.core.errors import Refused


def write_new(path: Path, data: bytes, *, overwrite: bool) -> None:
    """Write `data` to `path`, on disk before this returns.

    `Refused`: 'file_exists' unless `overwrite`, 'file_is_folder', 'file_unwritable' with the reason of the system. What
    was there is then as it was, and nothing half-written is left.
    """
    try:
        # A link stays a link: what it points to is replaced. (os.path: Path's raises on a name that is too long.)
        target = path.resolve() if os.path.islink(path) else path.absolute()  # noqa: PTH114
        _check(target, overwrite)
        temp = target.with_name(f".{secrets.token_hex(8)}.kanaal-tijdelijk")
        try:
            with temp.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            if temp.read_bytes() != data:  # a share or a full disk that takes everything and keeps less
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            if overwrite:
                _replace(temp, target)
            else:
                _place(temp, target)
        finally:
            temp.unlink(missing_ok=True)
        paths.sync_folder(target.parent)  # until then a power cut takes the new name away again
    except FileExistsError:
        raise Refused("file_exists", path=str(path)) from None
    except OSError as problem:
        raise Refused("file_unwritable", path=str(path), why=problem) from None
    except (ValueError, RuntimeError) as problem:  # a NUL in the name; links that go round
        raise Refused("file_unwritable", path=str(path), why=str(problem)) from None


def _check(target: Path, overwrite: bool) -> None:
    try:
        found = target.stat()
    except FileNotFoundError:
        return
    if stat.S_ISDIR(found.st_mode):
        raise Refused("file_is_folder", path=str(target))
    if not overwrite:
        raise FileExistsError
    if not stat.S_ISREG(found.st_mode):  # a device or pipe would be gone
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))


def _replace(temp: Path, target: Path) -> None:
    with contextlib.suppress(OSError):
        shutil.copymode(target, temp)
    for wait in (0.05, 0.1, 0.2, 0.4, None):
        try:
            temp.replace(target)
            return
        except PermissionError:
            # On Windows a sync client, a virus scanner or a reader may hold the target for a moment.
            if wait is None or os.name != "nt":
                raise
            time.sleep(wait)


def _place(temp: Path, target: Path) -> None:
    """Put `temp` at `target` where nothing is: FileExistsError if something came there meanwhile."""
    try:
        os.link(temp, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without links: claim the name with an empty file
        with target.open("xb"):
            pass
        try:
            _replace(temp, target)
        except BaseException:
            target.unlink()
            raise
