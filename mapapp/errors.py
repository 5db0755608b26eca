"""Everything mapapp raises on purpose.

    MapAppError
        ReadingError            an input cannot become an article
            EmptyInput
            NotText
            InputTooLarge
            BadFile             a file of events has a row that cannot be read
        QueryError              a parameter cannot be understood
            BadDate
            BadBBox
        GazetteerError          the place index is missing, damaged or cannot be built
        StoreError              the library of stories refuses
            StoryExists
            UnknownStory
            UnknownEvent
            UnknownPlace
            StoreUnavailable
        UnknownCollection       no layer is served under that name
        UnknownFormat           no reader or writer goes by that suffix

Messages name the offending input and say what would be right.
"""


class MapAppError(Exception):
    """Base class; catch this to catch only our own failures."""


class ReadingError(MapAppError, ValueError):
    """An input cannot become an article."""


class EmptyInput(ReadingError):
    """There is no word to read."""


class NotText(ReadingError):
    """The bytes are a picture, a program, or in an encoding that cannot be told."""


class InputTooLarge(ReadingError):
    """The input is larger than the setting `max_input_bytes` allows."""


class BadFile(ReadingError):
    """A file of events has a row that cannot be read; the message names it."""


class QueryError(MapAppError, ValueError):
    """A request or command parameter cannot be understood.

    Attributes
    ----------
    parameter : str
        Name of the parameter at fault, empty when the caller did not name one.
    """

    def __init__(self, message: str, *, parameter: str = "") -> None:
        super().__init__(message)
        self.parameter = parameter


class BadDate(QueryError):
    """A date is malformed, does not exist, or a window ends before it starts."""


class BadBBox(QueryError):
    """A bounding box is not four numbers west, south, east, north."""


class GazetteerError(MapAppError):
    """The place index is missing, damaged or cannot be built."""


class StoreError(MapAppError):
    """The library of stories refuses."""


class StoryExists(StoreError):
    """The slug is taken."""


class UnknownStory(StoreError, LookupError):
    """No story goes by that slug."""


class UnknownEvent(StoreError, LookupError):
    """No event of the library goes by that story and id."""


class UnknownPlace(StoreError, LookupError):
    """No event of the library is shown at a place of that id."""


class StoreUnavailable(StoreError, OSError):
    """The store cannot be opened or written: locked, read-only, full or damaged."""


class UnknownCollection(MapAppError, LookupError):
    """No layer is served under that name."""


class UnknownFormat(MapAppError, ValueError):
    """No reader or writer goes by that suffix."""
