"""The wall: what one recipient may know. Every output is made from a view."""
