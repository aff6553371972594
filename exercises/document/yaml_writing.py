"""YAML as a person would write it: long text in blocks, short lists in brackets, quotes only where they are needed."""

import re
from typing import Any

import yaml
from yaml.emitter import ScalarAnalysis

from exercises.document.written import Binary, is_nothing, scalar

# A block keeps these, and PyYAML's other styles fold or escape what is left.
_NOT_IN_A_BLOCK = re.compile(
    "[^\n -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010fffe]| (\n|$)"
)
_SHORT = 70


class _Dumper(yaml.SafeDumper):
    """Leaves text unquoted where it can be read back, whatever other readers would make of it."""

    yaml_implicit_resolvers: dict[str, Any] = {}

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def analyze_scalar(self, scalar: str) -> ScalarAnalysis:
        """As PyYAML would, without looking at each character of a long file."""
        if "\n" not in scalar or scalar[0] in " \n" or _NOT_IN_A_BLOCK.search(scalar):
            return super().analyze_scalar(scalar)
        return ScalarAnalysis(
            scalar=scalar,
            empty=False,
            multiline=True,
            allow_flow_plain=False,
            allow_block_plain=False,
            allow_single_quoted=True,
            allow_double_quoted=True,
            allow_block=True,
        )

    def ignore_aliases(self, data: Any) -> bool:
        return True


def write_yaml(value: Any) -> str:
    """The text of maps, lists, texts, numbers, truth values and Binary."""
    return yaml.dump(
        value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**9, default_flow_style=False
    )


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = None
    if is_nothing(scalar(text, plain=True)):
        style = "'"
    elif _NOT_IN_A_BLOCK.search(text) or text[0] in " \n":
        style = '"'
    elif "\n" in text:
        style = "|"
    elif "'" in text and not re.search(r'["\\]', text) and not dumper.analyze_scalar(text).allow_block_plain:
        style = '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _plain(dumper: yaml.SafeDumper, value: Any) -> yaml.ScalarNode:
    words = {None: "null", True: "true", False: "false"}
    text = words[value] if value is None or isinstance(value, bool) else repr(value)
    return dumper.represent_scalar("tag:yaml.org,2002:str", text)


def _list(dumper: yaml.SafeDumper, items: list[Any]) -> yaml.SequenceNode:
    short = (
        all(not isinstance(item, str | dict) or _is_word(item) for item in items) and len(str(items)) < _SHORT
    )
    return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=short)


def _is_word(item: Any) -> bool:
    return isinstance(item, str) and re.fullmatch(r"[\w -]+", item) is not None


def _binary(dumper: yaml.SafeDumper, content: Binary) -> yaml.ScalarNode:
    return dumper.represent_binary(bytes(content))


_Dumper.add_representer(str, _text)
_Dumper.add_representer(list, _list)
_Dumper.add_representer(Binary, _binary)
for _kind in (bool, int, float, type(None)):
    _Dumper.add_representer(_kind, _plain)
