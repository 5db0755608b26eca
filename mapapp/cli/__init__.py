"""The command line: data on stdout, talk on stderr, a failure is one line and exit status 1."""

import contextlib
import os
import sys
from importlib import import_module

import click

from mapapp import __version__
from mapapp.errors import MapAppError, QueryError, UnknownStory

# A module a command, imported when the command is used: `mapapp --help` imports none of them.
_COMMANDS = {
    "map": ("mapapp.cli.map", "Turn an article into a map or a layer, in one file."),
    "annotate": ("mapapp.cli.annotate", "Read documents, one JSON a line in and out."),
    "add": ("mapapp.cli.add", "Read an article into the library."),
    "import": ("mapapp.cli.import_", "Read a file of events into the library."),
    "stories": ("mapapp.cli.stories", "List the library."),
    "remove": ("mapapp.cli.remove", "Remove a story from the library."),
    "export": ("mapapp.cli.export", "Write a story's layer to a file."),
    "decisions": ("mapapp.cli.decisions", "Save what reviewers decided, and take it elsewhere."),
    "serve": ("mapapp.cli.serve", "Serve the library's pages."),
    "lookup": ("mapapp.cli.lookup", "Tell what the gazetteer knows under a name."),
    "gazetteer": ("mapapp.cli.gazetteer", "Build, widen and describe the place index."),
}


class _Group(click.Group):
    """Knows its commands by name; a failure of ours is one line and not a traceback."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(_COMMANDS[cmd_name][0]).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, help_) for name, (_, help_) in _COMMANDS.items()])

    def _options(self, ctx: click.Context) -> set[str]:
        """The options of the command that runs: what is asked of a format is none."""
        command = self.get_command(ctx, ctx.invoked_subcommand or "")
        return {name for each in command.params for name in each.opts} if command else set()

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except QueryError as error:
            option = f"--{error.parameter}"
            said = f"{option}: {error}" if option in self._options(ctx) else str(error)
            raise click.ClickException(said) from error
        except BrokenPipeError:
            # The reader had enough, as `head` has; what is left in the buffer has nowhere to go.
            with contextlib.suppress(OSError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)
        except UnknownStory as error:
            raise click.ClickException(f"{error}; mapapp stories lists those there are") from error
        except (MapAppError, OSError) as error:
            raise click.ClickException(_one_line(error)) from error


def _one_line(error: Exception) -> str:
    if isinstance(error, OSError) and not isinstance(error, MapAppError) and error.filename:
        return f"{error.filename}: {error.strerror}"
    return " ".join(str(error).split())


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="mapapp")
def main() -> None:
    """Turn articles into maps that a reader can check.

    \b
    Example:
        mapapp map article.txt -o map.html
    """  # noqa: D301 - click's mark for lines that stay as they are
