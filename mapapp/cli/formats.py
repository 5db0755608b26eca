"""The list of formats at the end of a command's help, told by the registry."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from mapapp.formats import Format


class FormatsCommand(click.Command):
    """A command whose help ends with what can be written, and what is lost."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the formats; they are imported only when help is asked for."""
        from mapapp.formats import formats

        with formatter.section("Formats"):
            formatter.write_dl([(known.suffix, _told(known)) for known in formats()])


def _told(known: "Format") -> str:
    losses = f"; loses {'; '.join(known.losses)}" if known.losses else ""
    usually = {True: "usually with", False: "usually without"}
    options = [f"{each.name} ({usually[each.usual]}): {each.help}" for each in known.options]
    return "\n\n".join([f"{known.name}{losses}", *options])
