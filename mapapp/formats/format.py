"""What a file format is to mapapp: a name, a way to write, and what it cannot keep."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from msgspec.structs import replace

from mapapp.formats.readers import Record, Source
from mapapp.layers import EventFeature, Feature, LayerName, features
from mapapp.locale import DEFAULT
from mapapp.model import Annotation, Article, Selection, Story
from mapapp.stories import Store
from mapapp.stories.features import library_features

_ALL_STORIES = Story("all", Annotation(Article("", "All stories")))


@dataclass(frozen=True, slots=True)
class Option:
    """Something that a file can be written with or without.

    Attributes
    ----------
    usual : bool
        Whether it is there when nobody says.
    """

    name: str
    help: str
    usual: bool


@dataclass(frozen=True, slots=True)
class Content:
    """What is to be written.

    Attributes
    ----------
    layer : LayerName
        For formats that write one layer; the others write the whole story.
    base_url : str
        Put before the addresses of pages; empty leaves them relative.
    options : mapping of str to bool
        Options of the format by name, with or without; the others are as usual.
    library : Store or None
        Whose stories are written, all of them, in place of `story`: see `whole_library`.
    language : str
        That the file speaks where it is made for people; data are the same in every language.
    in_folder : bool
        The story's other files lie beside it under the names that the server gives them.
    site : str
        The address of that folder, with a slash at its end; events then lead to its page.
    """

    story: Story
    layer: LayerName = "events"
    selection: Selection = field(default_factory=Selection)
    base_url: str = ""
    options: Mapping[str, bool] = field(default_factory=dict)
    library: Store | None = None
    language: str = DEFAULT
    in_folder: bool = False
    site: str = ""

    def has(self, option: Option) -> bool:
        """Is the file wanted with it?"""
        return self.options.get(option.name, option.usual)

    def features(self, layer: LayerName | None = None) -> Iterator[Feature]:
        """The features of a layer that the selection takes; of the content's own when None."""
        layer = layer or self.layer
        if self.library is not None:
            return library_features(self.library, layer, self.selection, base_url=self.base_url)
        found = features(self.story, layer, self.selection, base_url=self.base_url)
        return map(self._at_site, found) if self.site else found

    def _at_site(self, feature: Feature) -> Feature:
        if not isinstance(feature, EventFeature):
            return feature
        about = replace(feature.properties, url=f"{self.site}?{urlencode({'event': feature.id})}")
        return replace(feature, properties=about)


def whole_library(
    store: Store,
    layer: LayerName,
    selection: Selection,
    options: Mapping[str, bool] | None = None,
) -> Content:
    """All stories of a library as one, whose features are read while they are written."""
    return Content(_ALL_STORIES, layer, selection, options=options or {}, library=store)


@dataclass(frozen=True, slots=True)
class Format:
    """A file format.

    Attributes
    ----------
    suffix : str
        With its point, lower case.
    layers : tuple of LayerName
        Layers that it can write; empty for formats that write the whole story.
    losses : tuple of str
        What a layer loses in it, in words.
    pieces : callable
        The file, piece by piece.
    records : callable or None
        What a file tells, row by row, where events can be read back out of it.
    options : tuple of Option
        What it can be written with or without.
    holds_library : bool
        It can hold the stories of a whole library.
    speaks : bool
        It is made for people, in the language of the content.
    """

    suffix: str
    name: str
    media_type: str
    layers: tuple[LayerName, ...]
    losses: tuple[str, ...]
    pieces: Callable[[Content], Iterator[bytes]]
    records: Callable[[Source], Iterator[Record]] | None = None
    options: tuple[Option, ...] = ()
    holds_library: bool = False
    speaks: bool = False

    @property
    def default_layer(self) -> LayerName:
        """The first layer that it can hold; `events` where it writes the whole story."""
        return self.layers[0] if self.layers else "events"
