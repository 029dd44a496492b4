"""Vergadermodus: the ten slides about an area, one per screen."""

from ui.frame import shell
from ui.meeting import mode as meeting

shell.ensure()
meeting.show()
