package org.yiwang.account;

import java.util.List;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.yiwang.account.AccountRows.Acceptance;
import org.yiwang.account.AccountRows.NewGrant;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Scope;
import org.yiwang.platform.CopyRows;

/** SQL that writes many accounts, consents and grants at once. */
@Repository
class AccountRowStore {

    private static final String ACCOUNT = "copy account (id, name, mobile_sealed, state, created_at) from stdin";
    private static final String MOBILE = "copy account_mobile (mobile_digest, account_id, since) from stdin";
    private static final String CONSENT =
            "copy account_consent (account_id, document, version, accepted_at) from stdin";
    private static final String GRANT = """
            copy account_grant (account_id, id, role, region_code, organization_id, from_at, given_by, why) from stdin""";

    private final JdbcTemplate database;

    AccountRowStore(JdbcTemplate database) {
        this.database = database;
    }

    long open(List<Sealed> accounts) {
        return copy(
                        ACCOUNT,
                        accounts,
                        (to, a) -> to.number(a.of.id())
                                .text(a.of.name())
                                .bytes(a.sealed)
                                .plain("OPEN")
                                .plain(a.of.at()))
                + copy(
                        MOBILE,
                        accounts,
                        (to, a) -> to.bytes(a.digest).number(a.of.id()).plain(a.of.at()));
    }

    long accept(List<Agreed> agreed) {
        return copy(
                CONSENT,
                agreed,
                (to, a) -> to.number(a.of.accountId())
                        .plain(a.of.document())
                        .number(a.version)
                        .plain(a.of.at()));
    }

    long give(List<NewGrant> grants) {
        return copy(
                GRANT,
                grants,
                (to, g) -> to.number(g.accountId())
                        .number(g.id())
                        .plain(g.role())
                        .plain(g.scope() instanceof Scope.InRegion(RegionCode region) ? region.value() : null)
                        .plain(g.scope() instanceof Scope.InOrganization(long organization) ? organization : null)
                        .plain(g.at())
                        .number(g.by())
                        .text(g.why()));
    }

    private <T> long copy(String sql, List<T> things, BiConsumer<CopyRows, T> row) {
        Long rows = database.execute((ConnectionCallback<Long>) c -> CopyRows.into(c, sql, things, row));
        return rows == null ? 0 : rows;
    }

    /** An account with its number sealed. */
    record Sealed(AccountRows.NewAccount of, byte[] sealed, byte[] digest) {}

    /** What was agreed to, in which version. */
    record Agreed(Acceptance of, int version) {}
}
