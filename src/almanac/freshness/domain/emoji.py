"""Whether a text is one sign to the eye, out of however many code points it is made."""

import unicodedata

_JOINER = "\u200d"
_SKIN_TONES = range(0x1F3FB, 0x1F3FF + 1)
_TAGS = range(0xE0020, 0xE007F + 1)
_FLAG_LETTERS = range(0x1F1E6, 0x1F1FF + 1)


def is_one_sign(text: str) -> bool:
    """Whether `text` is one sign: an emoji, a flag, a letter, with all that joins it.

    Counts as UAX #29 does for what people choose as a mark; scripts whose letters join without
    marks are counted letter by letter.
    """
    return _signs(text) == 1


def _signs(text: str) -> int:
    signs, flag_letters, is_joined = 0, 0, False
    for character in text:
        if ord(character) in _FLAG_LETTERS:
            flag_letters += 1
            signs += flag_letters % 2
        elif not (is_joined or (signs and _extends(character))):
            signs += 1
        is_joined = character == _JOINER
    return signs


def _extends(character: str) -> bool:
    code = ord(character)
    return (
        unicodedata.category(character) in {"Mn", "Mc", "Me"}
        or character == _JOINER
        or code in _SKIN_TONES
        or code in _TAGS
    )
