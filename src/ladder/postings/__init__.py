"""A job posting's text: what its title, its sentences, its money and its stock phrases say.

Nothing here knows a ladder, a page or YAML: cues and phrases come in as records, and what was found goes out as
records, each with the sentence that it was found in, word for word.
"""
