"""The code that puts a map into pages of others."""

from mapapp.maps.templating import rendered

HEIGHT = 520  # pixels, as long as nobody asks for another


def embed_code(
    *, title: str, alt: str, page: str, frame: str, picture: str, width: str = "", height: str = ""
) -> str:
    """HTML with a frame over a picture, and a link below: what is left where frames are cut out.

    Parameters
    ----------
    alt : str
        What the picture shows, in words.
    page, frame, picture : str
        Addresses: of the story's page, of what the frame shows, and of the picture.
    width, height : str
        In pixels; empty for as wide as its column, and for HEIGHT.
    """
    return rendered(
        "pages/snippet.html",
        title=title,
        alt=alt,
        page=page,
        frame=frame,
        picture=picture,
        width=width,
        height=height or HEIGHT,
    ).strip()
