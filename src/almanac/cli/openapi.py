"""`almanac openapi`: the document of the HTTP API, from which the web app's client is made."""

from almanac.app import create_app
from almanac.cli.output import print_json
from almanac.core.settings import Settings


def print_document() -> None:
    """The document as the code alone has it: environment, data and secrets play no part."""
    defaults = Settings.model_construct()
    app = create_app(defaults, secret_key=b"signs nothing: no request is served")
    print_json(app.openapi())
