"""An answer laid out: `page` as a document for people, `sheet` as a tidy table for machines. One module a question.

What a page says is decided here; how it looks is for `render`.
"""
