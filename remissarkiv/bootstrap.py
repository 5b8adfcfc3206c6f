"""From settings to a running archive: the one place where the parts are put together."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from remissarkiv.accounts import Accounts
from remissarkiv.acts import use_register_in
from remissarkiv.catalog import ArchiveLock, Catalog, CatalogUnavailableError
from remissarkiv.config import Settings, load_settings
from remissarkiv.domain import NAMED_FILES, Access, Alike, Collection, Contribution, HitList
from remissarkiv.errors import ArchiveBusyError, ConfigError, IndexUnwritableError, UsageError
from remissarkiv.language.analysis import fingerprint
from remissarkiv.language.lexicon import LiveLexicon
from remissarkiv.saved import SavedSearches
from remissarkiv.search import Searcher
from remissarkiv.sync import (
    ENTRY_VERSION,
    LiveEngine,
    catch_up,
    catch_up_suggestions,
    learned_from,
    suggestions_lag,
)
from remissarkiv.typeahead import Suggester, Suggestion

_FEW_CHANGES = 100
"""So many changes that the suggestions lack are made up for at once; more wait for `remiss index`."""


class Archive:
    """An open archive: its catalog, its search index, its saved searches and what reads them.

    The register of acts that its settings name is from then on the process's: of two archives open at once
    the one opened last decides what acts are called.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        use_register_in(settings.laws_register)
        try:
            # What the documents say may be for few eyes, and the index is trusted like code.
            settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise ConfigError(
                f"data folder {settings.data}: cannot be created ({error.strerror}); "
                "expected a folder to write in"
            ) from None
        self.catalog = Catalog.open(settings.database_url)
        configured = tuple(
            Collection(c.name, str(c.path), c.kommun, c.namnd, c.groups) for c in settings.collections
        )
        if configured:
            # Files that were indexed by path keep their collection, whatever the configuration lists.
            named = tuple(c for c in self.catalog.collections() if c.name == NAMED_FILES.name)
            self.catalog.sync_collections((*configured, *named))
        self.engine = LiveEngine(
            settings.engine,
            settings.index_folder,
            self.fingerprint,
            self.catalog.last_sequence,
            settings.cache_mb,
        )
        self.lexicon = LiveLexicon(settings.lexicon_folder)
        """Called, it gives the newest version of the archive's lexicon, Swedish alone when that is broken."""
        self.searcher = Searcher(self.catalog, self.engine, self.lexicon)
        self.suggester = Suggester(settings.suggestions_file, lambda: learned_from(self.catalog))
        self.saved = SavedSearches(settings.database_url)
        self.accounts = Accounts(settings.database_url)

    def fingerprint(self) -> str:
        """What an index of this archive is known by: the language analysis, which columns there are, and the
        catalog's generation.

        The generation changes when a backup is restored, also while the archive is open: an index of other
        contents is then told apart.
        """
        return f"{fingerprint()}:{ENTRY_VERSION}:{self.catalog.generation()}"

    @property
    def collections(self) -> tuple[Collection, ...]:
        """The collections of the archive: the configured ones, and what was indexed by path."""
        return self.catalog.collections()

    def operator_access(self) -> Access:
        """Access of whoever runs commands on the archive's machine: everything."""
        return Access.operator(self.collections, self.catalog.shelves())

    def guest_access(self) -> Access:
        """Access of someone unknown: the open collections."""
        return Access.of(self.collections)

    def replay(self) -> None:
        """Bring an index that lacks changes of the catalog up to date, as after a crash or a lost index.

        When another process is writing, it is the one to do so, and nothing happens here; nor when the disk
        takes no more: what the index holds already can be asked for, and the next run tells what is wrong.
        """
        if self.engine.sequence() != self.catalog.last_sequence():
            try:
                with ArchiveLock(self.settings.data):
                    catch_up(self.catalog, self.engine)
            except (ArchiveBusyError, IndexUnwritableError):
                return
        if 0 < suggestions_lag(self.catalog, self.settings.suggestions_file) <= _FEW_CHANGES:
            self.renew_suggestions()

    def catch_up(self, progress: Callable[[int], None] | None = None) -> None:
        """Bring index and suggestions up to date with the catalog, for whoever holds the archive's lock; see
        `sync.catch_up`. `progress` is told of the index alone."""
        catch_up(self.catalog, self.engine, progress)
        self.renew_suggestions()
        self.catalog.forget_fresh()

    def renew_suggestions(self, *, anew: bool = False) -> None:
        """Bring the suggestions up to date, or make them `anew`; see `sync.catch_up_suggestions`. Where the
        catalog cannot be read just now, it is left for the next time."""
        with suppress(ArchiveBusyError, CatalogUnavailableError):
            catch_up_suggestions(self.catalog, self.settings.suggestions_file, anew=anew)

    def search(
        self,
        query: str,
        *,
        limit: int | None = 20,
        offset: int = 0,
        sort: str = "relevans",
        facets: bool = False,
        filters: Mapping[str, Sequence[str]] | None = None,
        collapse: str = "none",
        access: Access | None = None,
    ) -> HitList:
        """Answer a query in the language of the search box; without `access`, from the open collections.

        `limit` None returns all hits, without snippets. `sort` is "relevans" or "datum". Every
        document is a hit; with `collapse` "near" a document and its copies are one, with "exact" only those
        with the very same words.
        """
        return self.searcher.search(
            query,
            access or self.guest_access(),
            limit=limit,
            offset=offset,
            sort=sort,
            facets=facets,
            filters=filters or {},
            collapse=collapse,
        )

    def explain(
        self, query: str, ids: Sequence[str], *, access: Access | None = None
    ) -> dict[str, tuple[Contribution, ...]]:
        """What adds to the score of each of these documents for a query, by id, greatest first; without
        `access`, of those in the open collections."""
        return self.searcher.explain(query, ids, access or self.guest_access())

    def suggest(self, typed: str, *, access: Access | None = None, most: int = 8) -> tuple[Suggestion, ...]:
        """What somebody may mean who has typed so far: topics, acts, Dnr and titles, at most so many; without
        `access`, from the open collections."""
        return self.suggester.suggest(typed, access or self.guest_access(), most)

    def similar(
        self, document_id: str, *, limit: int = 10, access: Access | None = None
    ) -> tuple[Alike, ...]:
        """The documents that are about the same as one of the archive, in other ärenden: not its copies, nor
        what belongs to it. Raises `NotFoundError` for one that the caller may not see."""
        access = access or self.guest_access()
        stored = self.catalog.document(document_id, access)
        own = {
            document_id,
            stored.whole,
            *(copy.id for copy in self.catalog.copies(document_id, access)),
            *(part.id for part in self.catalog.parts(document_id, access)),
            *self.catalog.matter_of(document_id, access).documents,
        }
        document = stored.document
        return self.searcher.similar(
            document.own_text, access, title=document.title, leaving_out=own - {""}, limit=limit
        )

    def similar_to(self, text: str, *, limit: int = 10, access: Access | None = None) -> tuple[Alike, ...]:
        """The documents that are about the same as a text; without `access`, in the open collections."""
        return self.searcher.similar(text, access or self.guest_access(), limit=limit)

    def close(self) -> None:
        """Release files and connections."""
        self.suggester.close()
        self.engine.close()
        self.accounts.close()
        self.saved.close()
        self.catalog.close()

    def __enter__(self) -> "Archive":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_archive(
    config: str | Path | None = None,
    *,
    data: str | Path | None = None,
    replay: bool = True,
    create: bool = True,
) -> Archive:
    """Open the archive that `config` describes (or `config.toml` in the working folder, or the defaults).

    `data` names the folder of catalog and index and overrides the file. With `replay`, an index that lacks
    changes is brought up to date first; without `create`, a folder that holds no archive is refused. Raises
    `ConfigError`, `UsageError`, and `IndexMismatchError` or `IndexBrokenError` for an index that cannot be
    used.
    """
    settings = load_settings(Path(config) if config else None, data=Path(data) if data else None)
    if not create and not settings.database and not (settings.data / "catalog.sqlite").exists():
        raise UsageError(
            f"{settings.data}: there is no archive here; make one with: remiss index PATH --data …"
        )
    archive = Archive(settings)
    if replay:
        try:
            archive.replay()
        except BaseException:
            archive.close()
            raise
    return archive
