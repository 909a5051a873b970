"""What every writer wants to know of a document as a whole: its headings, its contents, where pages start, and its languages."""

from kanaalwaarden.core.blocks import Contents, Document, Heading, Section


def has_title_page(document: Document) -> bool:
    """Whether the first page is a title page: it names the document and what comes after the first section starts anew."""
    return bool(document.sections) and any(isinstance(block, Heading) and block.title for block in document.sections[0].blocks)


def starts_page(before: Section, section: Section) -> bool:
    """Whether `section` begins on a new page."""
    return section.new_page or section.landscape != before.landscape


def levels(document: Document) -> list[int]:
    """The level of every heading in order, from 1 to 3, where no level is skipped on the way down (ISO 14289-1 7.4.2)."""
    found: list[int] = []
    depth = 0
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Heading):
                depth = max(1, min(block.level, depth + 1, 3))
                found.append(depth)
    return found


def listed(document: Document, contents: Contents) -> list[tuple[int, int, str]]:
    """What a table of contents lists, as (number of the heading in the document, level, text): levels 1 and 2 that come after it."""
    found: list[tuple[int, int, str]] = []
    number, after = -1, False
    depths = levels(document)
    for section in document.sections:
        for block in section.blocks:
            after = after or block is contents
            if isinstance(block, Heading):
                number += 1
                if after and depths[number] <= 2 and not block.title:
                    found.append((number, depths[number], block.text))
    return found
