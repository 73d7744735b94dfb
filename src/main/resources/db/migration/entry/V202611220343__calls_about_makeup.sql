-- Makeup of an organization above its share (domain F18, §6): people of a sheet are drawn by lot and called before it is
-- approved. One draw: the first head of the sealed log after the lines were confirmed gives the seed. Never changed.
create table entry_draw (
    activity_id bigint not null,
    sheet_id bigint not null,
    draw_no integer not null,
    head_size bigint not null,
    head_root text not null,
    head_at timestamptz not null,
    seed text not null,
    lines integer not null check (lines > 0),
    rule_version integer not null,
    drawn_by bigint not null,
    drawn_at timestamptz not null,
    primary key (activity_id, sheet_id, draw_no),
    foreign key (activity_id, sheet_id) references entry_sheet (activity_id, id)
);
create trigger entry_draw_append_only before update or delete on entry_draw
    for each row execute function entry_is_append_only();

-- Who was in a draw, in the order of the lot, whether they are called, and what came out last.
create table entry_draw_line (
    activity_id bigint not null,
    sheet_id bigint not null,
    volunteer_id bigint not null,
    draw_no integer not null,
    place integer not null,
    line_id bigint not null,
    drawn boolean not null,
    outcome text check (outcome in ('CONFIRMED', 'WRONG_TIME', 'WAS_NOT_THERE', 'NOT_REACHED')),
    primary key (activity_id, sheet_id, volunteer_id),
    unique (activity_id, sheet_id, draw_no, place),
    foreign key (activity_id, sheet_id, draw_no) references entry_draw (activity_id, sheet_id, draw_no),
    foreign key (activity_id, sheet_id, volunteer_id) references entry_line (activity_id, sheet_id, volunteer_id),
    check (outcome is null or drawn)
);

-- Every call, also those that nobody answered. Never changed.
create table entry_call (
    activity_id bigint not null,
    sheet_id bigint not null,
    volunteer_id bigint not null,
    call_no integer not null,
    outcome text not null check (outcome in ('CONFIRMED', 'WRONG_TIME', 'WAS_NOT_THERE', 'NOT_REACHED')),
    note text not null,
    called_by bigint not null,
    called_at timestamptz not null,
    primary key (activity_id, sheet_id, volunteer_id, call_no),
    foreign key (activity_id, sheet_id, volunteer_id) references entry_draw_line (activity_id, sheet_id, volunteer_id),
    check (outcome in ('CONFIRMED', 'NOT_REACHED') or note <> '')
);
create trigger entry_call_append_only before update or delete on entry_call
    for each row execute function entry_is_append_only();

insert into rules_version (key, version, effective_from, value, note) values
    ('entry.makeup-sample', 1, '2026-01-01',
     '{"percent": 20, "atLeast": 3, "atMost": 10, "confirmedPercent": 75}',
     'Makeup above the share of entry.quota: of every 5 people one is drawn by lot and called, at least 3 and at most 10 of a sheet; three of four of them confirm before those are approved who were not drawn');
