"""A whole ladder as a web site: a folder of pages that a browser opens without a server.

The pages are the documents of the commands, in one frame. What the browser adds, comparing any two and searching,
works on data made here, by the rules of `ladder compare` and `ladder search`. Nothing imports this package but its
command.
"""
