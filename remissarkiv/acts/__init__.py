"""Which acts are there, what are they called, when were they in force, and what came before them?

Facts as tables, each with its columns explained by the module that reads it; `citations` and `query` find the
acts in texts.
"""

from remissarkiv.acts.choose import act_of_year, choose
from remissarkiv.acts.counterparts import (
    Counterpart,
    all_counterparts,
    newer_counterparts,
    older_counterparts,
)
from remissarkiv.acts.eu import eu_name, eu_names
from remissarkiv.acts.in_use import act, register_in_use, use_register, use_register_in
from remissarkiv.acts.known import Known, known
from remissarkiv.acts.lineage import predecessors, successors
from remissarkiv.acts.names import (
    acts_abbreviated,
    acts_named,
    fold,
    is_cautious,
    names_ending_in,
    title_at,
)
from remissarkiv.acts.register import Register, read_register
from remissarkiv.acts.table import Act, all_acts

__all__ = [
    "Act",
    "Counterpart",
    "Known",
    "Register",
    "act",
    "act_of_year",
    "acts_abbreviated",
    "acts_named",
    "all_acts",
    "all_counterparts",
    "choose",
    "eu_name",
    "eu_names",
    "fold",
    "is_cautious",
    "known",
    "names_ending_in",
    "newer_counterparts",
    "older_counterparts",
    "predecessors",
    "read_register",
    "register_in_use",
    "successors",
    "title_at",
    "use_register",
    "use_register_in",
]
