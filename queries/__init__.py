"""Every question to the published database: ``queries.<page>.<question>(...)`` gives its frame.

Each page is a package; each of its functions asks the ``.sql`` of its name with bound parameters.
``with_sample`` says whether fictitious figures are wanted, ``until`` up to which quarter; a
``quarter`` such as ``2026KW02`` is empty when no tension is loaded; ``region_code`` is that of an
arbeidsmarktregio or NL01 where tension is asked; ``with_neighbours`` asks for the regions that
border on it too; a ``selection`` of occupations is a set of technical ones (``crafts``
or ``all_technical``), ``fields`` or ``all``.
"""

from queries import aanleveren as aanleveren
from queries import beroepen as beroepen
from queries import downloads as downloads
from queries import filters as filters
from queries import herkomst as herkomst
from queries import krapte_en_inzet as krapte_en_inzet
from queries import links as links
from queries import mbo as mbo
from queries import notes as notes
from queries import overstappen as overstappen
from queries import overzicht as overzicht
from queries import programmas as programmas
from queries import regios as regios
from queries import sinds as sinds
from queries import verantwoording as verantwoording
from queries.reading import NEWEST as NEWEST
from queries.reading import Identity as Identity
from queries.reading import NoDatabaseError as NoDatabaseError
from queries.reading import Parameter as Parameter
from queries.reading import UnreadableDatabaseError as UnreadableDatabaseError
from queries.reading import identity as identity
from queries.reading import once_per_database as once_per_database
from queries.reading import parameters as parameters
from queries.reading import require_readable as require_readable
from queries.reading import sql as sql
from queries.reading import stream as stream
from queries.reading import typed as typed
