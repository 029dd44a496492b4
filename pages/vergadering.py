"""Vergadermodus: the ten slides about an area, one per screen."""

from ui import meeting, shell

shell.ensure()
meeting.show()
