"""Digits as patterns look for them."""

DIGITS = r"0-9\u0660-\u1fff\u3000-\U0010ffff"
"""Ranges of signs that have all digits in them and no letter of Swedish. A pattern that begins with a set of
ranges is searched for much faster than one that begins with `\\d`: a look into a table tells of most signs
that they are none."""

DIGIT = rf"[{DIGITS}](?<=\d)"
"""The same as `\\d`, for the beginning of a pattern."""
