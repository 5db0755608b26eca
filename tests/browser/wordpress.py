"""What WordPress 6 does to the oEmbed HTML of a site that it does not know, done over here.

Rules read from wordpress-develop, wp-includes/embed.php (`wp_filter_oembed_result`) and
js/_enqueues/wp/embed.js; written anew for the tests. WordPress 6.5 itself was run over the HTML of
mapapp and did the same; only that it hid the frame by `clip` until the frame spoke.
"""

from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

SECRET = "a1B2c3D4e5"
_KEPT = {
    "a": {"href"},
    "blockquote": set(),
    "iframe": {
        "src", "width", "height", "frameborder", "marginwidth", "marginheight", "scrolling",
        "title",
    },
}  # fmt: skip


@dataclass
class _Filter(HTMLParser):
    """Keeps three elements with few attributes, and the words of all others."""

    parts: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _KEPT:
            kept = {name: value or "" for name, value in attrs if name in _KEPT[tag]}
            self.parts.append(_tag(tag, kept | _added(tag, kept)))

    def handle_endtag(self, tag: str) -> None:
        if tag in _KEPT:
            self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.parts.append(escape(data))


def _added(tag: str, kept: dict[str, str]) -> dict[str, str]:
    if tag == "blockquote":
        return {"class": "wp-embedded-content", "data-secret": SECRET}
    if tag == "iframe":
        return {
            "class": "wp-embedded-content",
            "sandbox": "allow-scripts",
            "security": "restricted",
            # Shown as soon as the frame speaks; until then the quotation stands.
            "style": "position: absolute; visibility: hidden;",
            "src": f"{kept['src']}#?secret={SECRET}",
            "data-secret": SECRET,
        }
    return {}


def _tag(name: str, attributes: dict[str, str]) -> str:
    written = [f'{key}="{escape(value)}"' for key, value in attributes.items()]
    return f"<{' '.join([name, *written])}>"


def filtered(html: str) -> str:
    """The HTML as WordPress would put it into a post."""
    parts = _Filter()
    parts.feed(html)
    text = "".join(parts.parts)
    end = text.index("</blockquote>") + len("</blockquote>")
    quote, frame = text[text.index("<blockquote") : end], text[text.index("<iframe", end) :]
    return quote + frame


# The page's part of the talk; `heard` is for the tests.
LISTENER = """<script>
const heard = [];
const frame = document.querySelector("iframe");
const { secret } = frame.dataset;
addEventListener("message", ({ data, source }) => {
  heard.push(data);
  if (!data || /[^a-zA-Z0-9]/.test(data.secret) || data.secret !== secret) return;
  document.querySelector("blockquote").style.display = "none";
  if (source !== frame.contentWindow) return;
  frame.removeAttribute("style");
  if (data.message === "height") {
    frame.height = Math.max(200, Math.min(1000, Math.trunc(data.value) || 0));
  } else if (data.message === "link") {
    const to = new URL(data.value);
    const isOurs = to.host === new URL(frame.getAttribute("src")).host;
    const isWeb = ["http:", "https:"].includes(to.protocol);
    if (isWeb && isOurs && document.activeElement === frame) top.location.href = data.value;
  }
});
addEventListener("DOMContentLoaded", () =>
  frame.contentWindow.postMessage({ message: "ready", secret }, "*"));
</script>"""
