"""The list of formats at the end of a command's help, told by the registry."""

import click


class FormatsCommand(click.Command):
    """A command whose help ends with what can be written, and what is lost."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the formats; they are imported only when help is asked for."""
        from mapapp.formats import formats

        with formatter.section("Formats"):
            formatter.write_dl(
                [(known.suffix, _told(known.name, known.losses)) for known in formats()]
            )


def _told(name: str, losses: tuple[str, ...]) -> str:
    return f"{name}; loses {'; '.join(losses)}" if losses else name
