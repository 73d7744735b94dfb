package org.yiwang.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiwang.kernel.RegionCode;
import org.yiwang.trust.Draw.Ticket;

class DrawTest {

    private static final String ROOT = "7b".repeat(32);
    private final String seed = Draw.seed(ROOT, YearMonth.of(2026, 10), new RegionCode("420102"));

    @Test
    void the_seed_is_what_sha256sum_makes_of_the_published_lines() {
        // printf 'yiwang sample v1\n7b7b…\\n2026-10\\n420102\\n' | sha256sum
        assertThat(seed).isEqualTo("488cc3b932ac2e58b7f5dba546bac76a33f0f54645d3e1eb49fe99d29bcca80e");
    }

    @Test
    void the_same_seed_and_the_same_records_in_any_order_give_the_same_sample() {
        long shuffle = System.nanoTime();
        List<Ticket> tickets = tickets(500, 9);
        List<Ticket> others = new ArrayList<>(tickets);
        Collections.shuffle(others, new Random(shuffle));

        assertThat(Draw.draw(seed, others, 40)).as("shuffled with %d", shuffle).isEqualTo(Draw.draw(seed, tickets, 40));
        assertThat(Draw.draw(Draw.seed(ROOT, YearMonth.of(2026, 9), new RegionCode("420102")), tickets, 40))
                .isNotEqualTo(Draw.draw(seed, tickets, 40));
    }

    @Test
    void no_organizer_escapes_while_the_sample_has_room() {
        List<Ticket> tickets = new ArrayList<>(tickets(2000, 1));
        for (int small = 0; small < 15; small++) {
            tickets.add(new Ticket(900_000 + small, 100 + small));
        }
        List<Ticket> drawn = Draw.draw(seed, tickets, 20);

        assertThat(drawn).hasSize(20).doesNotHaveDuplicates();
        assertThat(drawn.stream().map(Ticket::organizationId).collect(Collectors.toSet()))
                .hasSize(16);
        assertThat(Draw.draw(seed, tickets, 10)).hasSize(10);
        assertThat(Draw.draw(seed, tickets.subList(0, 3), 20)).hasSize(3);
    }

    @Test
    void every_record_has_the_same_chance_within_its_group() {
        List<Ticket> tickets = tickets(200, 1);
        int[] hits = new int[200];
        for (int month = 0; month < 1200; month++) {
            String chance = Draw.seed(ROOT, YearMonth.of(2000, 1).plusMonths(month), new RegionCode("42"));
            Draw.draw(chance, tickets, 20).forEach(t -> hits[(int) t.recordId() - 1]++);
        }
        // 1,200 draws of a tenth: 120 each; six standard deviations are 63.
        for (int hit : hits) {
            assertThat(hit).isBetween(57, 183);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "19, 19", "20, 20", "1999, 20", "2001, 21", "10000, 100", "50000, 500", "2000000, 500"})
    void the_size_is_one_percent_between_20_and_500(int records, int size) {
        assertThat(new SampleRule(10, 20, 500, 50, 5).size(records)).isEqualTo(size);
    }

    @Test
    void the_published_list_is_the_one_that_was_drawn_from() {
        assertThat(Population.unpack(Population.pack(List.of(new Ticket(1, 2), new Ticket(3, 4)))))
                .isEqualTo("record,organization\n0000000000001,0000000000002\n0000000000003,0000000000004\n");
    }

    private static List<Ticket> tickets(int records, int organizations) {
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 1; i <= records; i++) {
            tickets.add(new Ticket(i, i % organizations));
        }
        return tickets;
    }
}
