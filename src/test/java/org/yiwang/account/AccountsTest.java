package org.yiwang.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Role;
import org.yiwang.kernel.Scope;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;

@CityTest
class AccountsTest {

    @Autowired
    private Accounts accounts;

    @Autowired
    private Grants grants;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void finds_an_account_by_the_number_as_people_type_it_and_masks_it() {
        String mobile = PeopleFixture.newMobile();
        long id = accounts.open(mobile, "李𠮷", null);
        assertThat(accounts.findByMobile("+86 " + mobile.substring(0, 3) + "-" + mobile.substring(3)))
                .hasValueSatisfying(a -> {
                    assertThat(a.id()).isEqualTo(id);
                    assertThat(a.maskedMobile()).isEqualTo(mobile.substring(0, 3) + "****" + mobile.substring(7));
                });
        String fullWidth = mobile.chars()
                .mapToObj(c -> String.valueOf((char) (c - '0' + '０')))
                .reduce("", String::concat);
        assertThat(accounts.findByMobile(fullWidth)).isPresent();
        assertThat(accounts.mobile(id)).isEqualTo(mobile);
        assertThat(accounts.findByMobile("12345")).isEmpty();
    }

    @Test
    void stores_no_number_in_the_clear() {
        String mobile = PeopleFixture.newMobile();
        long id = accounts.open(mobile, "王某", null);
        String row = jdbc.sql("select a::text || m::text from account a join account_mobile m on m.account_id = a.id"
                        + " where a.id = :id")
                .param("id", id)
                .query((r, i) -> r.getString(1))
                .single();
        assertThat(row)
                .doesNotContain(mobile)
                .doesNotContain(java.util.HexFormat.of()
                        .formatHex(mobile.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
    }

    @Test
    void gives_a_number_to_one_of_many_who_claim_it_at_once() throws Exception {
        String mobile = PeopleFixture.newMobile();
        List<Callable<Boolean>> tries = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            tries.add(() -> {
                try {
                    accounts.open(mobile, "抢号", null);
                    return true;
                } catch (org.yiwang.kernel.Refusal refusal) {
                    assertThat(refusal.problem()).isEqualTo(AccountProblem.MOBILE_TAKEN);
                    return false;
                }
            });
        }
        int won = 0;
        try (var threads = Executors.newFixedThreadPool(12)) {
            for (Future<Boolean> answer : threads.invokeAll(tries)) {
                won += answer.get() ? 1 : 0;
            }
        }
        assertThat(won).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from account where name = '抢号'")
                        .query((r, i) -> r.getInt(1))
                        .single())
                .isEqualTo(1);
    }

    @Test
    void gives_a_role_once_and_takes_it_away() {
        long id = PeopleFixture.account("陈队");
        Scope street = new Scope.InRegion(new RegionCode("420102001"));
        grants.give(Actor.SYSTEM, id, Role.STREET_OFFICE, street, "to work there");
        grants.give(Actor.SYSTEM, id, Role.STREET_OFFICE, street, "again");
        assertThat(grants.of(id)).hasSize(1);
        assertThat(grants.holders(Role.STREET_OFFICE, street)).contains(id);
        assertThat(accounts.actor(id).may(Permission.ORGANIZATION_REVIEW)).isTrue();
        grants.takeAway(Actor.SYSTEM, id, Role.STREET_OFFICE, street, "left");
        assertThat(grants.of(id)).isEmpty();
        assertThat(jdbc.sql("select count(*) from account_audit where subject like :s || '%'")
                        .param("s", "account:" + org.yiwang.kernel.Ids.text(id))
                        .query((r, i) -> r.getInt(1))
                        .single())
                .isEqualTo(2);
    }

    @Test
    void keeps_the_audit_trail_from_being_changed_at_the_database() {
        audit.write(Actor.SYSTEM, "test.deed", "thing:1", null);
        assertThatThrownBy(() -> jdbc.sql("update account_audit set why = 'x'").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql("delete from account_audit").update()).hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql("truncate account_audit").update()).hasMessageContaining("append-only");
    }

    @Test
    void closing_frees_the_number_and_ends_the_roles() {
        String mobile = PeopleFixture.newMobile();
        long id = PeopleFixture.account("注销者", mobile, PeopleFixture.at(Role.CAPTAIN, 7L));
        accounts.close(PeopleFixture.actor(id), id, "wants to");
        assertThat(grants.of(id)).isEmpty();
        assertThat(accounts.findByMobile(mobile)).isEmpty();
        assertThat(accounts.open(mobile, "新人", null)).isNotEqualTo(id);
    }
}
