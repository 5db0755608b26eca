"""Who may hold a page in a frame."""

from flask import request

from mapapp.web.state import state


def framers() -> str:
    """Whose pages may hold the one that is asked for, as a source list of CSP's frame-ancestors.

    Of a map all whom the setting names, and this site for its own preview, unless nobody may; what
    is wrong with a map is said where the map would be. Of any other page this site alone.
    """
    if request.endpoint != "embed.frame":
        return "'self'"
    setting = state().settings.frame_ancestors
    return setting if setting in ("*", "'none'") else f"{setting} 'self'"
