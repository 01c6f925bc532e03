package packwitness.law;

import packwitness.value.Wording;

/** Something the reader must know before using the result; the code is stable. */
public record Warning(String code, Wording text) {}
