"""HTML: map, time control, list and text in one file that opens with the network cable out."""

from collections.abc import Iterator

from msgspec.structs import replace

from mapapp.formats.format import Content, Format


def pieces(content: Content) -> Iterator[bytes]:
    """The whole page, of the events that the selection takes."""
    from mapapp.maps import page_html

    annotation = content.story.annotation
    events = tuple(event for event in annotation.events if content.selection.takes(event))
    story = replace(content.story, annotation=replace(annotation, events=events))
    yield page_html(story, in_folder=content.in_folder, site=content.site).encode()


FORMAT = Format(".html", "HTML", "text/html; charset=utf-8", (), (), pieces, speaks=True)
