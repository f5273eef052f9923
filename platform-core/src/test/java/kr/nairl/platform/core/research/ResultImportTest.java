package kr.nairl.platform.core.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import kr.nairl.platform.core.CoreDatabase;
import kr.nairl.platform.core.audit.AuditTrail;
import kr.nairl.platform.core.research.LabOfTests.SubProject;
import kr.nairl.platform.core.research.OfferedWork.Standing;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.Transactions;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Results from a file, from directories, and those shown first. */
class ResultImportTest {

    private static final OrganisationId UNIVERSITY =
            CoreDatabase.organisation("UNIVERSITY", "나루대학교", "Naru University");
    private static final SubProject OWN = LabOfTests.subProject("기린 연구", UNIVERSITY);
    private static final Actor.Person OUTSIDER =
            CoreDatabase.person(CoreDatabase.organisation("COMPANY", "기린바깥", "Giraffe Outside"), "외인", Role.MEMBER);

    private final Actor.Person scholar = CoreDatabase.person(UNIVERSITY, "강나루", Role.RESEARCHER);
    private final ResearcherId self = researcher(scholar, "강나루", "Naru Kang");
    private final Actor.Person colleague = CoreDatabase.person(UNIVERSITY, "오동료", Role.RESEARCHER);

    private final ResultImport imports = CoreDatabase.bean(ResultImport.class);
    private final ResearcherDesk desk = CoreDatabase.bean(ResearcherDesk.class);
    private final ResearcherDirectory pages = CoreDatabase.bean(ResearcherDirectory.class);
    private final FakeDirectory orcid = new FakeDirectory(WorkSource.ORCID);
    private final FakeDirectory openAlex = new FakeDirectory(WorkSource.OPENALEX);
    private final SuggestionDesk suggestions = new SuggestionDesk(
            CoreDatabase.bean(Transactions.class),
            CoreDatabase.bean(Researchers.class),
            CoreDatabase.bean(Results.class),
            CoreDatabase.bean(Suggestions.class),
            imports,
            List.of(orcid, openAlex),
            CoreDatabase.bean(AuditTrail.class),
            CoreDatabase.clock());

    @Test
    void aFileIsSetBesideWhatIsThereAndNothingIsStored() {
        researcher(colleague, "오동료", "Donglyo Oh");
        String mark = UUID.randomUUID().toString().replace("-", "");
        desk.addResult(scholar, words("Giraffes " + mark, 2020, "10.1234/" + mark));
        desk.addResult(colleague, words("Okapis " + mark, 2021, null));
        int before = desk.own(scholar).results().size();

        ResultImport.Preview preview = imports.read(scholar, """
                @article{doi, title={Another title}, year=2022, doi={10.1234/%1$s}}
                @article{same, title={{GIRAFF{\\'E}S}: %1$s!}, year=2020}
                @article{year, title={Giraffes %1$s}, year=2019, author={Kang, Naru and Doe, Jane}}
                @article{theirs, title={Okapis %1$s}, year=2021}
                @article{again, title={Giraffes %1$s}, year=2019}
                @article{noyear, title={Undated %1$s}, author={강나루}}
                @article{foreign, title={Foreign %1$s}, year=2018, author={Doe, Jane and Roe, R.}}
                @article{broken, title=nothing}
                """.formatted(mark));

        assertThat(preview.works())
                .extracting(OfferedWork::standing)
                .containsExactly(
                        Standing.OWN,
                        Standing.OWN,
                        Standing.NEW,
                        Standing.COLLEAGUES,
                        Standing.REPEATED,
                        Standing.INCOMPLETE,
                        Standing.OTHERS);
        assertThat(preview.unread()).extracting(Bibliography.Unread::key).containsExactly("broken");
        assertThat(desk.own(scholar).results()).hasSize(before);
    }

    @Test
    void chosenWorksBecomeResultsAllOrNone() {
        String mark = UUID.randomUUID().toString();
        List<FoundWork> works = imports
                .read(
                        scholar,
                        "@article{a, title={Alpha %1$s}, year=2021} @article{b, title={베타 %1$s}}".formatted(mark))
                .works()
                .stream()
                .map(OfferedWork::work)
                .toList();
        assertThatThrownBy(() -> imports.take(scholar, works))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.violations())
                                .extracting(InvalidInputException.Violation::field)
                                .containsExactly("works[1].year"));
        assertThat(desk.own(scholar).results()).isEmpty();

        List<Changes.Change> heard = new CopyOnWriteArrayList<>();
        Changes.Subscription line = CoreDatabase.bean(Changes.class).subscribe(heard::add);
        List<FoundWork> mended =
                List.of(works.getFirst(), works.getLast().with(works.getLast().title(), 2022));
        ResultImport.Taken taken = imports.take(scholar, mended);
        assertThat(taken.added()).hasSize(2);
        assertThat(desk.own(scholar).results()).extracting(ResultCard::year).containsExactly(2022, 2021);
        assertThat(desk.own(scholar).results().getFirst().title().ko()).isEqualTo("베타 " + mark);
        // Matching hears of it as of every other change of a researcher's results.
        await(() -> heard.contains(new Changes.Change(Changes.Kind.RESEARCHER, self.value())));
        line.close();
        assertThat(imports.take(scholar, mended)).isEqualTo(new ResultImport.Taken(List.of(), 2));
        assertThat(CoreDatabase.askOwner(
                        "SELECT count(*) FROM platform.audit_entry WHERE action = 'result.imported' AND person_id = ?",
                        scholar.id().value()))
                .isEqualTo(1L);
    }

    @Test
    void onlyALinkedResearcherImports() {
        Actor.Person unlinked = CoreDatabase.person(UNIVERSITY, "무명", Role.RESEARCHER);
        for (Actor actor : List.of(OUTSIDER, Actor.VISITOR, Actor.Job.INDEXER)) {
            assertThatThrownBy(() -> imports.read(actor, "@misc{a, title={t}}")).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> imports.take(actor, List.of())).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> suggestions.open(actor)).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> suggestions.lookUp(actor, WorkSource.ORCID))
                    .isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> suggestions.take(actor, List.of())).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> suggestions.dismiss(actor, List.of())).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> desk.pin(actor, List.of())).isInstanceOf(ForbiddenException.class);
        }
        assertThatThrownBy(() -> imports.read(unlinked, "@misc{a, title={t}}")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> suggestions.lookUp(unlinked, WorkSource.ORCID)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aDirectoryIsAskedOnlyWhereItIsOnAndForAnOrcidId() {
        assertThat(suggestions.lookUp(scholar, WorkSource.ORCID)).isEqualTo(new SuggestionDesk.LookUp.NoOrcid());
        orcid.on = false;
        assertThat(suggestions.lookUp(scholar, WorkSource.ORCID)).isEqualTo(new SuggestionDesk.LookUp.SwitchedOff());
        assertThat(suggestions.directories(scholar)).containsExactly(WorkSource.OPENALEX);
        // So does an installation that says nothing.
        assertThat(CoreDatabase.bean(SuggestionDesk.class).directories(scholar)).isEmpty();
        withOrcid();
        openAlex.answer = new OutsideWorks.Answer.Failed(OutsideWorks.Failure.BUSY);
        assertThat(suggestions.lookUp(scholar, WorkSource.OPENALEX))
                .isEqualTo(new SuggestionDesk.LookUp.Failed(OutsideWorks.Failure.BUSY));
    }

    @Test
    void suggestionsWaitForAWordAndDismissedOnesDoNotComeBack() {
        withOrcid();
        String mark = UUID.randomUUID().toString();
        FoundWork one = found(WorkSource.ORCID, "1", "One " + mark, 2021, "10.1234/" + mark);
        FoundWork two = found(WorkSource.ORCID, "2", "Two " + mark, null, null);
        FoundWork three = found(WorkSource.ORCID, "3", "Three " + mark, 2019, null);
        orcid.tell(one, two, three);
        assertThat(suggestions.lookUp(scholar, WorkSource.ORCID))
                .isEqualTo(new SuggestionDesk.LookUp.Done(3, 3, false));
        assertThat(desk.own(scholar).results()).isEmpty();
        assertThat(suggestions.open(scholar))
                .extracting(OfferedWork::standing)
                .containsExactly(Standing.NEW, Standing.NEW, Standing.INCOMPLETE);

        assertThat(suggestions.dismiss(scholar, List.of(three))).isEqualTo(1);
        assertThat(suggestions.restore(scholar, List.of(three))).isEqualTo(1);
        assertThat(suggestions.dismiss(scholar, List.of(three))).isEqualTo(1);
        // What the other directory names under its own id is the same work.
        openAlex.tell(
                found(WorkSource.OPENALEX, "W1", "Another title", 2021, "10.1234/" + mark.toUpperCase(Locale.ROOT)),
                found(WorkSource.OPENALEX, "W3", "Three: " + mark, 2019, null));
        assertThat(suggestions.lookUp(scholar, WorkSource.OPENALEX))
                .isEqualTo(new SuggestionDesk.LookUp.Done(0, 2, false));
        assertThat(suggestions.lookUp(scholar, WorkSource.ORCID))
                .isEqualTo(new SuggestionDesk.LookUp.Done(0, 3, false));
        assertThat(suggestions.open(scholar)).hasSize(2);

        ResultImport.Taken taken = suggestions.take(
                scholar, List.of(one.with(LocalizedText.of(null, "One, mended"), 2020), two.with(two.title(), 2018)));
        assertThat(taken.added()).hasSize(2);
        assertThat(desk.own(scholar).results()).first().satisfies(result -> {
            assertThat(result.title().en()).isEqualTo("One, mended");
            assertThat(result.doi()).isEqualTo("10.1234/" + mark);
        });
        assertThat(stored("state = 'TAKEN' AND source_id = '1' AND result_id = '"
                        + taken.added().getFirst() + "'"))
                .isEqualTo(1L);
        assertThat(suggestions.open(scholar)).isEmpty();
        assertThat(suggestions.take(scholar, List.of(one))).isEqualTo(new ResultImport.Taken(List.of(), 1));

        // A taken one stays settled when its result goes; one that the directory forgot stops waiting.
        orcid.tell(one, found(WorkSource.ORCID, "4", "Four " + mark, 2017, null));
        suggestions.lookUp(scholar, WorkSource.ORCID);
        orcid.tell(one, two, three);
        assertThat(suggestions.lookUp(scholar, WorkSource.ORCID))
                .isEqualTo(new SuggestionDesk.LookUp.Done(0, 3, false));
        assertThat(suggestions.open(scholar)).isEmpty();
    }

    @Test
    void suggestionsAndPinsAreFencedAndLeaveWithTheirOwner() {
        researcher(colleague, "오동료", "Donglyo Oh");
        withOrcid();
        orcid.tell(found(WorkSource.ORCID, "1", "Kept " + UUID.randomUUID(), 2021, null));
        suggestions.lookUp(scholar, WorkSource.ORCID);
        ResultId own = desk.addResult(scholar, words("Own", 2020, null));
        desk.pin(scholar, List.of(own));

        String all = "SELECT count(*) FROM platform.result_suggestion";
        assertThat(asActor(scholar, all)).isEqualTo(1L);
        for (Actor actor : List.of(colleague, OUTSIDER, Actor.VISITOR, Actor.Job.INDEXER)) {
            assertThat(asActor(actor, all + " WHERE researcher_id = '" + self + "'"))
                    .isEqualTo(0L);
        }
        assertThatThrownBy(() -> asActor(
                        colleague,
                        "WITH w AS (INSERT INTO platform.result_pin (researcher_id, result_id, position) VALUES ('"
                                + self + "', '" + own + "', 1) RETURNING 1) SELECT count(*) FROM w"))
                .hasMessageContaining("row-level security");
        assertThat(asActor(colleague, "WITH w AS (DELETE FROM platform.result_pin RETURNING 1) SELECT count(*) FROM w"))
                .isEqualTo(0L);

        String told = CoreDatabase.bean(Transactions.class)
                .read(
                        Actor.Job.PRIVACY,
                        () -> CoreDatabase.bean(DSLContext.class)
                                .fetchValue(
                                        "SELECT platform.own_data(?)::text",
                                        scholar.id().value())
                                .toString());
        assertThat(told).contains("\"suggestions\": [{", "\"pins\": [{", "\"account\": [{");
        CoreDatabase.bean(Transactions.class)
                .run(
                        Actor.Job.PRIVACY,
                        () -> CoreDatabase.bean(DSLContext.class)
                                .fetch(
                                        "SELECT platform.erase_person(?, now())",
                                        scholar.id().value()));
        assertThat(stored("true")).isEqualTo(0L);
        assertThat(CoreDatabase.askOwner(
                        "SELECT count(*) FROM platform.result_pin WHERE researcher_id = ?", self.value()))
                .isEqualTo(0L);
    }

    @Test
    void pinnedResultsComeFirstInTheirOrder() {
        List<ResultId> ids = new ArrayList<>();
        for (int year = 2015; year < 2022; year++) {
            ids.add(desk.addResult(scholar, words("Work of " + year, year, null)));
        }
        desk.pin(scholar, List.of(ids.get(2), ids.get(0), ids.get(2)));
        ResearcherPage page = pages.page(OUTSIDER, desk.own(scholar).card().slug());
        assertThat(page.pinned()).containsExactly(ids.get(2), ids.get(0));
        assertThat(page.results())
                .extracting(ResultCard::id)
                .containsExactly(ids.get(2), ids.get(0), ids.get(6), ids.get(5), ids.get(4), ids.get(3), ids.get(1));

        // A pin outlives an edit of its result, and not its result.
        ResultCard edited = page.results().getFirst();
        desk.editResult(scholar, edited.id(), words("Edited", 2017, null), edited.version());
        assertThat(desk.own(scholar).pinned()).containsExactly(ids.get(2), ids.get(0));
        desk.deleteResult(scholar, ids.get(2), edited.version() + 1);
        assertThat(desk.own(scholar).pinned()).containsExactly(ids.get(0));

        assertThatThrownBy(() -> desk.pin(scholar, ids.subList(1, 7))).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> desk.pin(scholar, List.of(ResultId.fresh()))).isInstanceOf(NotFoundException.class);
        researcher(colleague, "오동료", "Donglyo Oh");
        assertThatThrownBy(() -> desk.pin(colleague, List.of(ids.get(3)))).isInstanceOf(ForbiddenException.class);
        desk.pin(scholar, List.of());
        assertThat(desk.own(scholar).pinned()).isEmpty();
    }

    private void withOrcid() {
        CoreDatabase.asOwner("UPDATE researcher SET orcid = '0000-0002-1825-0097' WHERE id = ?", self.value());
    }

    private Object stored(String condition) {
        return CoreDatabase.askOwner(
                "SELECT count(*) FROM platform.result_suggestion WHERE researcher_id = ? AND " + condition,
                self.value());
    }

    private static Object asActor(Actor actor, String statement) {
        return CoreDatabase.bean(Transactions.class)
                .write(actor, () -> CoreDatabase.bean(DSLContext.class).fetchValue(statement));
    }

    private static ResearcherId researcher(Actor.Person person, String ko, String en) {
        return LabOfTests.researcher(
                LocalizedText.of(ko, en), UNIVERSITY, OWN, ResearcherRole.RESEARCHER, person.id(), LocalizedText.EMPTY);
    }

    private static ResultWords words(String title, int year, @Nullable String doi) {
        return new ResultWords(
                LocalizedText.of(null, title), null, year, doi, null, LocalizedText.EMPTY, List.of(), List.of());
    }

    private static FoundWork found(
            WorkSource source, String id, String title, @Nullable Integer year, @Nullable String doi) {
        return new FoundWork(source, id, FoundWork.text(title), null, year, doi, null, LocalizedText.EMPTY, List.of());
    }

    private static void await(BooleanSupplier met) {
        Stream.generate(() -> met)
                .limit(100)
                .takeWhile(condition -> !condition.getAsBoolean())
                .forEach(condition -> pause());
        assertThat(met.getAsBoolean()).isTrue();
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    private static final class FakeDirectory implements OutsideWorks {
        private final WorkSource source;
        private boolean on = true;
        private Answer answer = new Answer.Told(List.of(), false);

        FakeDirectory(WorkSource source) {
            this.source = source;
        }

        void tell(FoundWork... works) {
            answer = new Answer.Told(Arrays.asList(works), false);
        }

        @Override
        public WorkSource source() {
            return source;
        }

        @Override
        public boolean isOn() {
            return on;
        }

        @Override
        public Answer ask(String orcid) {
            return answer;
        }
    }
}
