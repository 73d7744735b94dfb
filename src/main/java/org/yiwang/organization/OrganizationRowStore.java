package org.yiwang.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.yiwang.kernel.RegionCode;
import org.yiwang.organization.OrganizationRows.NewMember;
import org.yiwang.organization.OrganizationRows.NewOrganization;
import org.yiwang.platform.CopyRows;

/** SQL that writes many organizations and memberships at once, column by column what is written for one. */
@Repository
class OrganizationRowStore {

    private static final String TEAM = "1";
    private static final String LEGAL_PERSON = "3";
    private static final String PEOPLES_ORGANIZATION = "08";

    private static final String ORGANIZATION = """
            copy organization (id, name, region_code, team_type, unit_kind, credit_code, filed_with, kinds, categories,
                party_organization, introduction, founded_on, contact_name, contact_phone, contact_public, join_policy, state,
                filed_until, ancestors, search_text, search_grams, applicant_account_id, created_at, changed_at) from stdin""";
    private static final String PARENT = "copy organization_parent (child_id, tree, parent_id, since) from stdin";
    private static final String DECISION =
            "copy organization_decision (organization_id, id, kind, account_id, at) from stdin";
    private static final String FILING = """
            copy organization_filing (organization_id, id, area_code, valid_from, valid_to, account_id, at) from stdin""";
    private static final String POST = """
            copy organization_post (organization_id, id, post, account_id, how, chosen_on, given_by, given_at, begun_at)
            from stdin""";
    private static final String HONESTY = "copy organization_honesty (account_id, version, accepted_at) from stdin";
    private static final String MEMBER = """
            copy organization_member (account_id, id, organization_id, state, how, asked_at, joined_at, decided_by)
            from stdin""";

    private final JdbcTemplate database;

    OrganizationRowStore(JdbcTemplate database) {
        this.database = database;
    }

    long insert(List<Founded> founded) {
        return copy(ORGANIZATION, founded, OrganizationRowStore::organization)
                + copy(
                        PARENT,
                        founded.stream().filter(f -> f.parent() != null).toList(),
                        (to, f) -> to.number(f.of.id())
                                .plain(Tree.AREA)
                                .plain(f.parent())
                                .plain(f.of.at()))
                + copy(
                        HONESTY,
                        founded,
                        (to, f) -> to.number(f.of.founder()).number(f.honesty).plain(f.of.at()))
                + copy(
                        POST,
                        founded,
                        (to, f) -> to.number(f.of.id())
                                .number(f.of.id())
                                .plain(Post.ADMINISTRATOR)
                                .number(f.of.founder())
                                .plain(HowChosen.FOUNDED)
                                .plain(f.day)
                                .number(0)
                                .plain(f.of.at())
                                .plain(f.of.at()));
    }

    long decide(List<Decision> decisions) {
        return copy(
                DECISION,
                decisions,
                (to, d) -> to.number(d.organizationId)
                        .number(d.id)
                        .plain(d.kind)
                        .number(d.by)
                        .plain(d.at));
    }

    long file(List<Filing> filings) {
        return copy(
                FILING,
                filings,
                (to, f) -> to.number(f.organizationId)
                        .number(f.id)
                        .plain(f.area)
                        .plain(f.from)
                        .plain(f.to)
                        .number(0)
                        .plain(f.at));
    }

    long join(List<NewMember> members) {
        return copy(
                MEMBER,
                members,
                (to, m) -> to.number(m.accountId())
                        .number(m.id())
                        .number(m.organizationId())
                        .plain(MemberView.State.MEMBER)
                        .plain(m.founder() ? MemberView.How.FOUNDED : MemberView.How.DIRECT)
                        .plain(m.at())
                        .plain(m.at())
                        .plain(m.founder() ? 0 : null));
    }

    private static void organization(CopyRows to, Founded f) {
        NewOrganization o = f.of;
        SearchText search = SearchText.of(o.name() + " " + o.introduction());
        to.number(o.id())
                .text(o.name())
                .plain(o.region())
                .plain(o.isTeam() ? TEAM : LEGAL_PERSON)
                .plain(o.isTeam() ? null : PEOPLES_ORGANIZATION)
                .plain(o.creditCode())
                .plain(o.isTeam() ? FiledWith.COMMUNITY : null)
                .texts(o.kinds())
                .texts(o.categories())
                .flag(false)
                .text(o.introduction())
                .plain(f.day)
                .text(o.contactName())
                .bytes(f.sealedPhone)
                .flag(false)
                .number(o.isTeam() ? JoinPolicy.DIRECT.number() : JoinPolicy.NOBODY.number())
                .plain(OrganizationState.ACTIVE)
                .plain(f.filedUntil)
                .numbers(o.ancestors())
                .text(search.folded())
                .texts(List.of(search.grams()))
                .number(o.founder())
                .plain(o.at())
                .plain(o.at());
    }

    private <T> long copy(String sql, List<T> things, BiConsumer<CopyRows, T> row) {
        Long rows = database.execute((ConnectionCallback<Long>) c -> CopyRows.into(c, sql, things, row));
        return rows == null ? 0 : rows;
    }

    /** An organization as it is written, with what follows from what is known. */
    record Founded(
            NewOrganization of,
            LocalDate day,
            byte[] sealedPhone,
            @Nullable LocalDate filedUntil,
            int honesty) {

        @Nullable
        Long parent() {
            List<Long> ancestors = of.ancestors();
            return ancestors.size() > 1 ? ancestors.get(ancestors.size() - 2) : null;
        }
    }

    /** A step of an organization; 0 is the program. */
    record Decision(long organizationId, long id, DecisionView.Kind kind, long by, Instant at) {}

    /** A period for which a team is filed. */
    record Filing(long organizationId, long id, RegionCode area, LocalDate from, LocalDate to, Instant at) {}
}
