"""`mapapp lookup`: what the gazetteer knows under a name, best first, with the reasons."""

import click
import msgspec

from mapapp.cli.options import settings
from mapapp.layers.names import shown_name
from mapapp.model import Candidate


@click.command()
@click.argument("name")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a candidate and line.")
@click.option(
    "--most",
    default=10,
    type=click.IntRange(min=0),
    show_default=True,
    help="At most that many; 0 for all.",
)
def command(name: str, as_json: bool, most: int) -> None:
    """Tell what the gazetteer knows under NAME, the best known place first.

    The score is a place's share before anything is read around the name.

    \b
    Example:
        mapapp lookup Kirovabad
    """  # noqa: D301 - click's mark for lines that stay as they are
    from mapapp.places.gazetteer import open_gazetteer
    from mapapp.places.gazetteer.prior import candidates

    gazetteer = open_gazetteer(settings(), talk=lambda line: click.echo(line, err=True))
    found = candidates(gazetteer, name)
    if not found:
        meant = ", ".join(gazetteer.similar(name))
        raise click.ClickException(
            f"no place goes by {name!r}" + (f"; did you mean {meant}?" if meant else "")
        )
    for candidate in found[: most or None]:
        click.echo(_json(candidate) if as_json else _line(candidate))
    left_out = len(found) - most
    if most and left_out > 0:
        click.echo(f"{left_out} more; --most 0 shows all", err=True)


def _line(candidate: Candidate) -> str:
    place = candidate.place
    point = f"{place.lat:.4f},{place.lon:.4f}" if place.lat is not None else "-"
    reasons = "; ".join(candidate.reasons)
    return "\t".join((f"{candidate.score:.3f}", place.id, shown_name(place), point, reasons))


def _json(candidate: Candidate) -> str:
    record = msgspec.to_builtins(candidate)
    record["place"]["geonameid"] = candidate.place.geonameid
    return msgspec.json.encode(record).decode()
