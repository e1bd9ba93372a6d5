"""How the addresses of links are read that people pass on."""

from starlette.convertors import Convertor, register_url_convertor

REST = "rest"
"""What follows in a path, to its very end: `{token:rest}`."""


class _Rest(Convertor[str]):
    # The pattern of `path` stops before a line feed at the end, and so takes what was lengthened
    # by one for the link itself.
    regex = r"[\s\S]*"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor(REST, _Rest())
