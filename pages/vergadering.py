"""Vergadermodus: the ten slides about an area, one per screen."""

from exports.packs.pack import pack_of
from ui.frame import shell
from ui.meeting import mode

shell.ensure()
mode.show(pack_of)
