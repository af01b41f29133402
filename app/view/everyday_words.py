"""Words that give nothing away by themselves, for the search for hidden facts in free text."""

from __future__ import annotations

# Words of names of places and services.
ORDINARY = frozenset((
    "academy", "avenue", "centre", "child", "children", "clinic", "close", "college",
    "community", "cottage", "cottages", "council", "court", "crescent", "drive", "east",
    "family", "farm", "flat", "gardens", "great", "green", "grove", "health", "help", "hill",
    "home", "homes", "hospital", "house", "infant", "junior", "lane", "language", "little",
    "lower", "market", "medical", "mental", "mews", "north", "nursery", "nursing", "old", "park",
    "parade", "people", "place", "practice", "primary", "recovery", "rise", "road", "row",
    "school", "secondary", "service", "services", "social", "south", "speech",
    "square", "station", "street", "support", "surgery", "team", "terrace", "the", "therapy",
    "trauma",
    "trust", "upper", "view", "visiting", "walk", "way", "west", "young",
))  # fmt: skip

# Names that are everyday words too: only with a capital do they name anybody.
EVERYDAY = frozenset((
    "amber", "april", "art", "autumn", "bill", "bob", "christian", "daisy", "dawn", "earnest",
    "faith", "frank", "gene", "grace", "grant", "guy", "holly", "hope", "iris", "ivy", "jack",
    "jasmine", "joy", "june", "lily", "mark", "max", "may", "miles", "olive", "pat", "patience",
    "pearl", "penny", "poppy", "precious", "ray", "rich", "river", "rob", "robin", "rose",
    "ruby", "sandy", "sky", "sonny", "sue", "summer", "sunny", "violet", "will", "winter",
))  # fmt: skip
