"""Words that speak of what is restricted: a person looks before one leaves (traps 9, 34 to 36).

They are looked for as whole words, small or not; a word that may be meant otherwise costs one tick.
"""

from __future__ import annotations

RESTRICTED_WORDS = (
    *("abortion", "contraception", "contraceptive", "chlamydia", "gonorrhoea", "hiv"),
    *("sexual health", "sexually transmitted", "termination of pregnancy"),
    *("asylum", "deportation", "deported", "home office", "immigration", "leave to remain"),
    *("no recourse to public funds", "nrpf", "overstayer", "refugee", "undocumented", "visa"),
    *("adopted", "adoption", "birth family", "birth mother", "birth father", "birth name"),
    *("deadname", "gender identity", "gender recognition", "transgender", "transition"),
)
