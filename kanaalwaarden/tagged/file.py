"""What a PDF file says of itself, for PDF/A-3a and PDF/UA-1: metadata, colour profile, structure, attachments, and how it is packed.

Sources: ISO 19005-3 (PDF/A-3), ISO 14289-1 (PDF/UA-1), ISO 32000-1 7.5.7 and 7.5.8 (object and cross-reference streams).
"""

import contextlib
import datetime
import hashlib
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDate, PDFDictionary, PDFStream, PDFString, PDFZCompress

from kanaalwaarden.tagged.canvas import Tree, reference

_PRODUCER = "ReportLab PDF Library"
_IN_ONE = 200  # objects in one object stream


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the PDF, with what it is in words."""

    name: str
    kind: str
    """The media type, e.g. text/csv."""
    data: bytes
    description: str


@dataclass(frozen=True, slots=True)
class About:
    """What the file says of itself."""

    title: str
    author: str
    subject: str
    language: str
    """With its country: nl-NL."""
    day: str = ""
    """What counts as the day of making, as ISO 8601: a clock would give other bytes each time."""
    attachments: Sequence[Attachment] = ()


def _order(body: bytes) -> int:
    """Where an object is packed: who reads the fields of a form unpacks what stands beside them, and elements are most of a file.

    First what is neither, then the places of buttons on the page (which belong to a field), then the elements of the structure.
    """
    return 2 if body.startswith(b"<< /S /") else 1 if b"/Widget" in body and b"/Parent" in body else 0


class PackedDocument(pdfdoc.PDFDocument):  # type: ignore[misc]
    """The same objects, but what is no stream goes compressed into object streams: thousands of elements then cost little."""

    def format(self) -> bytes:
        """The bytes of the file."""
        self.Reference(self.Catalog)
        self.Reference(self.info)
        self._out = [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"]
        self._at = len(self._out[0])
        self._where: dict[int, tuple[int, int, int]] = {}
        loose, number = [], 0
        while number + 1 in self.numberToId:  # formatting an object may add others
            number += 1
            body = pdfdoc.format(self.idToObject[self.numberToId[number]], self, toplevel=1)
            if body.endswith(b"endstream\n"):
                self._put(number, body.removesuffix(b"endstream\n") + b"\nendstream\n")  # ISO 19005: on a line of its own
            else:
                loose.append((number, body))
        loose.sort(key=lambda each: _order(each[1]))
        for start in range(0, len(loose), _IN_ONE):
            number += 1
            self._put(number, self._packed(number, loose[start : start + _IN_ONE]))
        return self._ended(number + 1)

    def _put(self, number: int, body: bytes) -> None:
        whole = b"%d 0 obj\n%s%sendobj\n" % (number, body, b"" if body.endswith(b"\n") else b"\n")
        self._where[number] = (1, self._at, 0)
        self._out.append(whole)
        self._at += len(whole)

    def _packed(self, number: int, part: Sequence[tuple[int, bytes]]) -> bytes:
        places, bodies, at = [], [], 0
        for index, (each, body) in enumerate(part):
            places.append(b"%d %d" % (each, at))
            bodies.append(body if body.endswith(b"\n") else body + b"\n")
            at += len(bodies[-1])
            self._where[each] = (2, number, index)
        head = b" ".join(places) + b"\n"
        return _stream(b"/Type /ObjStm /N %d /First %d" % (len(part), len(head)), head + b"".join(bodies))

    def _ended(self, number: int) -> bytes:
        self._where[number] = (1, self._at, 0)
        rows = b"\0" * 7 + b"".join(
            b"%c%s%s" % (kind, first.to_bytes(4, "big"), second.to_bytes(2, "big"))
            for _, (kind, first, second) in sorted(self._where.items())
        )
        start, identity = self._at, b"<%s>" % self.signature.hexdigest().encode()
        root, info = (reference(self, each).encode() for each in (self.Catalog, self.info))
        facts = (number + 1, root, info, identity, identity)
        self._put(number, _stream(b"/Type /XRef /Size %d /W [1 4 2] /Root %s /Info %s /ID [%s %s]" % facts, rows))
        return b"".join([*self._out, b"startxref\n%d\n%%%%EOF\n" % start])


def _stream(entries: bytes, content: bytes) -> bytes:
    packed = zlib.compress(content, 9)
    return b"<< %s /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream\n" % (entries, len(packed), packed)


@cache
def _srgb() -> bytes:
    """The sRGB profile of LittleCMS, with its date of making fixed so that the same document gives the same bytes."""
    from PIL import ImageCms

    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = bytes.fromhex("07d000010001000000000000")
    return bytes(profile)


_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{when}</xmp:CreateDate><xmp:ModifyDate>{when}</xmp:ModifyDate><xmp:MetadataDate>{when}</xmp:MetadataDate>
<xmp:CreatorTool>Kanaalwaarden</xmp:CreatorTool><pdf:Producer>{producer}</pdf:Producer>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def describe(canvas: Any, about: About, tree: Tree) -> None:
    """Put everything that the file says of itself into its catalogue. Once, before the canvas is saved."""
    document, catalogue = canvas._doc, canvas._doc.Catalog
    document.__class__ = PackedDocument
    with contextlib.suppress(ValueError):
        document._timeStamp.YMDhms = (*datetime.date.fromisoformat(about.day).timetuple()[:3], 0, 0, 0)
    canvas.setTitle(about.title)
    canvas.setAuthor(about.author)
    canvas.setSubject(about.subject)
    canvas.setCreator("Kanaalwaarden")
    canvas.setProducer(_PRODUCER)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    # Only entries on this list are written, and these two are not on it.
    catalogue.__NoDefault__ = [*catalogue.__NoDefault__, "OutputIntents", "AF"]
    catalogue.Lang = PDFString(about.language)
    catalogue.MarkInfo = PDFDictionary({"Marked": "true"})
    catalogue.StructTreeRoot = tree
    catalogue.Metadata = pdfdoc.XMP(creator=lambda _: _metadata(about, document))
    profile = PDFStream(PDFDictionary({"N": 3}), _srgb(), [PDFZCompress])
    intent = {
        "Type": "/OutputIntent", "S": "/GTS_PDFA1", "OutputConditionIdentifier": PDFString("sRGB IEC61966-2.1"),
        "RegistryName": PDFString("http://www.color.org"), "Info": PDFString("sRGB IEC61966-2.1"),
        "DestOutputProfile": document.Reference(profile),
    }  # fmt: skip
    catalogue.OutputIntents = PDFArray([PDFDictionary(intent)])
    if about.attachments:
        _attach(document, catalogue, about.attachments)


def _metadata(about: About, document: Any) -> bytes:
    moment = document._timeStamp
    when = "{:04d}-{:02d}-{:02d}T{:02d}:{:02d}:{:02d}Z".format(*moment.YMDhms)
    facts = {"title": about.title, "author": about.author, "subject": about.subject, "language": about.language}
    # XML has no room for control characters, and a surrogate cannot be encoded.
    plain = {name: escape("".join(each if each.isprintable() else " " for each in text)) for name, text in facts.items()}
    return _XMP.format(**plain, when=when, producer=_PRODUCER).encode("utf-8", "replace")


def _attach(document: Any, catalogue: Any, attachments: Sequence[Attachment]) -> None:
    names: list[Any] = []
    found = []
    for each in sorted(attachments, key=lambda each: each.name):
        facts = {
            "Size": len(each.data), "ModDate": PDFDate(ts=document._timeStamp),
            "CheckSum": f"<{hashlib.md5(each.data, usedforsecurity=False).hexdigest()}>",
        }  # fmt: skip
        kind = each.kind.replace("/", "#2F")  # reportlab would write the slash as it is
        inside = PDFDictionary({"Type": "/EmbeddedFile", "Subtype": f"/{kind}", "Params": PDFDictionary(facts)})
        stream = document.Reference(PDFStream(inside, each.data, [PDFZCompress]))
        entry = {
            "Type": "/Filespec", "F": PDFString(each.name), "UF": PDFString(each.name), "Desc": PDFString(each.description),
            "AFRelationship": "/Data", "EF": PDFDictionary({"F": stream, "UF": stream}),
        }  # fmt: skip
        filed = document.Reference(PDFDictionary(entry))
        names += [PDFString(each.name), filed]
        found.append(filed)
    catalogue.AF = PDFArray(found)
    catalogue.Names = PDFDictionary({"EmbeddedFiles": PDFDictionary({"Names": PDFArray(names)})})
