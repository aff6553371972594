"""A command with an option."""

import click


@click.command()
@click.argument("name")
@click.option("--times", default=1, help="How often.")
def greet(name, times):
    for _ in range(times):
        click.echo(f"Hello {name}")


greet(["Ada", "--times", "2"], standalone_mode=False)

# Prints:
# Hello Ada
# Hello Ada
