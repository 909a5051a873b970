"""An OpenDocument file without what the library's template brings along, and the way to save it. Import it when one is wanted."""

import datetime
import io

import odfdo

from kanaalwaarden.core.labels import locale
from kanaalwaarden.export.office import fixed_zip

_KEPT = ("mimetype", "content.xml", "styles.xml", "meta.xml", "settings.xml", "META-INF/manifest.xml")


def blank(kind: str, language: str, made: datetime.datetime) -> odfdo.Document:
    """A new file of a kind ('text', 'spreadsheet') in a language ('nl'), made at that moment. Its parts are still the template's."""
    file = odfdo.Document(kind)
    for part in list(file.get_parts()):
        if part not in _KEPT:  # a thumbnail, tool bars, a printer
            file.container.del_part(part)  # type: ignore[union-attr]
    for path in [str(each) for each in file.manifest.get_paths()]:
        if path not in ("/", *_KEPT):
            file.manifest.del_full_path(path)
    file.meta.language = locale(language)
    file.meta.generator = "Kanaalwaarden"
    file.meta.creation_date = file.meta.date = made
    return file


def saved(file: odfdo.Document) -> bytes:
    """The bytes of the file: the same for the same file."""
    out = io.BytesIO()
    file.save(out)
    return fixed_zip(out.getvalue(), ["mimetype"])
