"""Use cases of feeds: `links` gives them out and takes them back, `contents` follows them."""
