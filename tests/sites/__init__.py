"""A ladder as a web site, page by page and without a browser."""
