package org.yiwang.seal;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tiles, heads and public keys of the log. */
@Component
class SealStore {

    private final JdbcClient jdbc;

    SealStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long size() {
        return jdbc.sql("select size from seal_log")
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** The size, with the lock that every writer takes first. */
    long lockSize() {
        jdbc.sql("insert into seal_log (size) values (0) on conflict do nothing")
                .update();
        return jdbc.sql("select size from seal_log for update")
                .query(Long.class)
                .single();
    }

    void setSize(long size) {
        jdbc.sql("update seal_log set size = :size").param("size", size).update();
    }

    List<Hash> tile(Tiles.Key key) {
        return jdbc.sql("select hashes from seal_tile where level = :level and index = :index")
                .param("level", key.level())
                .param("index", key.index())
                .query((row, i) -> hashes(row.getBytes(1)))
                .optional()
                .orElse(List.of());
    }

    void put(Map<Tiles.Key, List<Hash>> tiles) {
        jdbc.sql("""
                        insert into seal_tile (level, index, hashes)
                        select * from unnest(:levels::smallint[], :indexes::bigint[], :hashes::bytea[])
                        on conflict (level, index) do update set hashes = excluded.hashes""")
                .param(
                        "levels",
                        tiles.keySet().stream().mapToInt(Tiles.Key::level).toArray())
                .param(
                        "indexes",
                        tiles.keySet().stream().mapToLong(Tiles.Key::index).toArray())
                .param("hashes", tiles.values().stream().map(SealStore::bytes).toArray(byte[][]::new))
                .update();
    }

    void put(PublicKey key, Instant since) {
        jdbc.sql("""
                        insert into seal_key (key_id, algorithm, public_key, since) values (:id, :algorithm, :key, :since)
                        on conflict do nothing""")
                .param("id", key.id())
                .param("algorithm", key.algorithm().name())
                .param("key", key.encoded())
                .param("since", utc(since))
                .update();
    }

    List<PublicKey> keys() {
        return jdbc.sql("select algorithm, public_key from seal_key order by since")
                .query((row, i) -> new PublicKey(Algorithm.valueOf(row.getString(1)), row.getBytes(2)))
                .list();
    }

    void insert(Head head) {
        jdbc.sql("""
                        insert into seal_head (size, root, at, origin, key_id, signature)
                        values (:size, :root, :at, :origin, :key, :signature)""")
                .param("size", head.size())
                .param("root", head.root().bytes())
                .param("at", utc(head.at()))
                .param("origin", head.origin())
                .param("key", head.keyId())
                .param("signature", head.signature())
                .update();
    }

    Optional<Head> lastHead() {
        return jdbc.sql("select * from seal_head order by size desc limit 1")
                .query((row, i) -> head(row))
                .optional();
    }

    Optional<Head> firstHeadSince(Instant moment) {
        return jdbc.sql("select * from seal_head where at >= :moment order by at, size limit 1")
                .param("moment", utc(moment))
                .query((row, i) -> head(row))
                .optional();
    }

    Optional<Head> lastHeadBefore(Instant moment) {
        return jdbc.sql("select * from seal_head where at < :moment order by at desc, size desc limit 1")
                .param("moment", utc(moment))
                .query((row, i) -> head(row))
                .optional();
    }

    Optional<Head> head(long size) {
        return jdbc.sql("select * from seal_head where size = :size")
                .param("size", size)
                .query((row, i) -> head(row))
                .optional();
    }

    /** Heads larger than a size, smallest first. */
    List<Head> headsAfter(long size, int limit) {
        return jdbc.sql("select * from seal_head where size > :size order by size limit :limit")
                .param("size", size)
                .param("limit", limit)
                .query((row, i) -> head(row))
                .list();
    }

    /** Heads smaller than a size, largest first. */
    List<Head> headsBefore(long size, int limit) {
        return jdbc.sql("select * from seal_head where size < :size order by size desc limit :limit")
                .param("size", size)
                .param("limit", limit)
                .query((row, i) -> head(row))
                .list();
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                row.getString("origin"),
                row.getLong("size"),
                new Hash(row.getBytes("root")),
                instant(row, "at"),
                row.getString("key_id"),
                row.getBytes("signature"));
    }

    private static List<Hash> hashes(byte[] bytes) {
        List<Hash> hashes = new ArrayList<>(bytes.length / Hash.LENGTH);
        for (int from = 0; from < bytes.length; from += Hash.LENGTH) {
            hashes.add(new Hash(java.util.Arrays.copyOfRange(bytes, from, from + Hash.LENGTH)));
        }
        return hashes;
    }

    private static byte[] bytes(List<Hash> hashes) {
        byte[] bytes = new byte[hashes.size() * Hash.LENGTH];
        for (int i = 0; i < hashes.size(); i++) {
            System.arraycopy(hashes.get(i).bytes(), 0, bytes, i * Hash.LENGTH, Hash.LENGTH);
        }
        return bytes;
    }
}
