package org.yiwang.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.activity.ActivityView.State;
import org.yiwang.kernel.Ids;
import org.yiwang.testing.TestDatabase;

class ActivityStoreTest {

    private static HikariDataSource database;
    private static ActivityStore store;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        store = new ActivityStore(JdbcClient.create(database));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static Activity saved() {
        Activity sample = Sample.good().activity();
        Activity activity = new Activity(
                Ids.next(),
                sample.ancestors(),
                sample.draft(),
                null,
                sample.posts(),
                sample.state(),
                true,
                sample.marks(),
                sample.createdBy(),
                1);
        store.insert(activity, activity.draft().title());
        PostView post = activity.posts().getFirst();
        long postId = Ids.next();
        store.savePost(activity.id(), postId, new PostDraft(post.name(), post.description(), post.conditions()));
        post.shifts()
                .forEach(s ->
                        store.saveShift(activity.id(), postId, Ids.next(), new ShiftDraft(s.period(), s.capacity())));
        return store.find(activity.id()).orElseThrow();
    }

    private static Activity published(Activity activity) {
        return ActivityDesk.announced(activity, Sample.NOW, java.time.ZoneOffset.UTC)
                .in(State.PUBLISHED);
    }

    @Test
    void reads_what_was_written() {
        Activity activity = saved();
        assertThat(activity.draft().place()).isEqualTo(Sample.good().draft().place());
        assertThat(activity.draft().risk()).isEqualTo(Sample.good().draft().risk());
        assertThat(activity.draft().protections()).containsExactlyInAnyOrder("01", "05");
        assertThat(activity.shifts()).singleElement().satisfies(s -> {
            assertThat(s.capacity()).isEqualTo(10);
            assertThat(s.conditions()).isEqualTo(Conditions.NONE);
        });
        assertThat(activity.view().recruitment().end())
                .isEqualTo(activity.period().start());
    }

    @Test
    void refuses_to_write_over_what_somebody_else_wrote() {
        Activity read = saved();
        store.update(read, "a");
        assertThatThrownBy(() -> store.update(read, "b")).isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void the_database_refuses_what_must_never_be_public() {
        Activity noRiskNote = saved();
        Activity told = noRiskNote.with(
                new Sample.Texts(noRiskNote.draft()).risk(new Risk(0, "", "")).draft(), noRiskNote.ancestors(), null);
        assertThatThrownBy(() -> store.update(published(told), "")).isInstanceOf(DataIntegrityViolationException.class);

        Activity uninsured = saved();
        Activity danger = uninsured.with(
                new Sample.Texts(uninsured.draft())
                        .risk(new Risk(2, "江边巡查，可能落水。", ""))
                        .draft(),
                uninsured.ancestors(),
                null);
        assertThatThrownBy(() -> store.update(published(danger), ""))
                .isInstanceOf(DataIntegrityViolationException.class);

        Activity good = saved();
        store.update(published(good), "");
        assertThat(store.find(good.id()).orElseThrow().state()).isEqualTo(State.PUBLISHED);
    }

    @Test
    void the_database_refuses_to_close_before_the_end() {
        Activity activity = published(saved());
        Activity early = activity.with(activity.marks().closed(activity.period().start()))
                .in(State.CLOSED);
        assertThatThrownBy(() -> store.update(early, "")).isInstanceOf(DataIntegrityViolationException.class);
        Activity late = activity.with(
                        activity.marks().closed(activity.period().end().plus(Duration.ofHours(1))))
                .in(State.CLOSED);
        store.update(late, "");
        assertThat(store.find(late.id()).orElseThrow().state()).isEqualTo(State.CLOSED);
    }
}
