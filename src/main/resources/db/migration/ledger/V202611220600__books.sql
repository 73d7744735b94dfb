-- Books kept by double entry (ADR 0015): accounts of owners in a unit, transfers whose legs sum to zero, holds, and lots that expire.
-- What was entered is never changed; what is kept beside it (balances, what is left of lots) can be computed from it anew.

-- One unit each, such as points: nothing moves from one book into another.
create table ledger_book (
    book text primary key check (book ~ '^[a-z][a-z0-9-]{0,39}$'),
    opened_at timestamptz not null
);

-- An account of an owner whom only the caller knows. What is free of it (balance less what is held) never falls below
-- its limit; one without a limit issues the unit.
create table ledger_account (
    account_id bigint primary key,
    book text not null references ledger_book (book),
    owner_kind text not null,
    owner_id text not null,
    lower_limit bigint check (lower_limit <= 0),
    balance bigint not null default 0,
    held bigint not null default 0 check (held >= 0),
    entries bigint not null default 0 check (entries >= 0),
    opened_at timestamptz not null,
    unique (book, owner_kind, owner_id),
    unique (account_id, book),
    constraint ledger_account_limit check (balance - held >= lower_limit)
);
create index ledger_account_of_owner on ledger_account (owner_kind, owner_id);
comment on column ledger_account.entries is 'number of the last entry; the balance is the one after it';

-- What is set aside on an account until it is captured, released or its last day is over. It ends once.
create table ledger_hold (
    hold_id bigint primary key,
    account_id bigint not null,
    book text not null,
    amount bigint not null check (amount > 0),
    captured bigint not null default 0,
    state text not null check (state in ('OPEN', 'CAPTURED', 'RELEASED', 'EXPIRED')),
    last_day date not null,
    memo text not null,
    made_at timestamptz not null,
    ended_at timestamptz,
    foreign key (account_id, book) references ledger_account (account_id, book),
    check (captured between 0 and amount),
    check ((state = 'CAPTURED') = (captured = amount)),
    check ((state = 'OPEN') = (ended_at is null))
);
create index ledger_hold_open on ledger_hold (account_id) where state = 'OPEN';
create index ledger_hold_due on ledger_hold (last_day, hold_id) where state = 'OPEN';

-- A movement within a book. It has exactly as many legs as it says, and they sum to zero.
create table ledger_transfer (
    transfer_id bigint primary key,
    book text not null references ledger_book (book),
    kind text not null check (kind in ('TRANSFER', 'CAPTURE', 'REVERSAL', 'EXPIRY')),
    legs integer not null check (legs >= 2),
    memo text not null,
    reverses bigint unique references ledger_transfer (transfer_id),
    hold_id bigint references ledger_hold (hold_id),
    at timestamptz not null,
    unique (transfer_id, book, legs),
    check ((kind = 'REVERSAL') = (reverses is not null)),
    check ((kind = 'CAPTURE') = (hold_id is not null))
);
create index ledger_transfer_of_hold on ledger_transfer (hold_id) where hold_id is not null;

-- The legs: entries of an account, numbered without gaps, each with the balance after it. Numbers of legs are all taken once a
-- transfer is committed, so that nothing can be added to it later.
create table ledger_entry (
    account_id bigint not null,
    entry_no bigint not null check (entry_no >= 1),
    book text not null,
    transfer_id bigint not null,
    leg_no integer not null,
    legs integer not null,
    amount bigint not null check (amount <> 0),
    balance bigint not null,
    last_day date,
    primary key (account_id, entry_no),
    unique (transfer_id, leg_no),
    check (leg_no between 1 and legs),
    check (last_day is null or amount > 0),
    foreign key (account_id, book) references ledger_account (account_id, book),
    foreign key (transfer_id, book, legs) references ledger_transfer (transfer_id, book, legs)
);

-- Part of a balance that expires: what was credited until a last day, and what is left of it. Held parts do not expire.
create table ledger_lot (
    lot_id bigint primary key,
    account_id bigint not null references ledger_account (account_id),
    last_day date not null,
    amount bigint not null check (amount > 0),
    remaining bigint not null,
    held bigint not null default 0,
    check (held between 0 and remaining),
    check (remaining <= amount)
);
create index ledger_lot_open on ledger_lot (account_id, last_day, lot_id) where remaining > 0;
create index ledger_lot_due on ledger_lot (last_day, lot_id) where remaining > held;

-- What transfers put into lots and took out of them.
create table ledger_lot_entry (
    lot_id bigint not null references ledger_lot (lot_id),
    transfer_id bigint not null references ledger_transfer (transfer_id),
    amount bigint not null check (amount <> 0),
    primary key (lot_id, transfer_id)
);
create index ledger_lot_entry_of_transfer on ledger_lot_entry (transfer_id);

-- What a hold still keeps of which lot.
create table ledger_hold_lot (
    hold_id bigint not null references ledger_hold (hold_id),
    lot_id bigint not null references ledger_lot (lot_id),
    amount bigint not null check (amount >= 0),
    primary key (hold_id, lot_id)
);
create index ledger_hold_lot_of_lot on ledger_hold_lot (lot_id) where amount > 0;

-- The keys of commands that were carried out, with a fingerprint of their content and what they made.
create table ledger_command (
    book text not null references ledger_book (book),
    key text not null check (length(key) between 1 and 200),
    content bytea not null check (length(content) = 32),
    outcome_id bigint not null,
    at timestamptz not null,
    primary key (book, key)
);

create function ledger_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'what was entered in a ledger is never changed' using errcode = 'integrity_constraint_violation';
end $$;
create trigger ledger_transfer_append_only before update or delete or truncate on ledger_transfer
    for each statement execute function ledger_is_append_only();
create trigger ledger_entry_append_only before update or delete or truncate on ledger_entry
    for each statement execute function ledger_is_append_only();
create trigger ledger_lot_entry_append_only before update or delete or truncate on ledger_lot_entry
    for each statement execute function ledger_is_append_only();
create trigger ledger_command_append_only before update or delete or truncate on ledger_command
    for each statement execute function ledger_is_append_only();

-- Every entry goes on from the one before it.
create function ledger_entry_goes_on() returns trigger language plpgsql as $$
declare
    before bigint := 0;
begin
    if new.entry_no > 1 then
        select balance into strict before from ledger_entry
        where account_id = new.account_id and entry_no = new.entry_no - 1;
    end if;
    if before + new.amount <> new.balance then
        raise exception 'balance after entry % of account % is not the one before it and its amount', new.entry_no, new.account_id
            using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger ledger_entry_goes_on before insert on ledger_entry
    for each row execute function ledger_entry_goes_on();

-- At the commit, the balance of an account is the one after its last entry.
create function ledger_account_is_its_entries() returns trigger language plpgsql as $$
begin
    if not exists (
        select from ledger_account a
        left join ledger_entry e on e.account_id = a.account_id and e.entry_no = a.entries
        where a.account_id = new.account_id
            and a.balance = coalesce(e.balance, 0)
            and (a.entries = 0 or e.entry_no is not null)
            and not exists (
                select from ledger_entry l where l.account_id = a.account_id and l.entry_no = a.entries + 1)) then
        raise exception 'balance of account % is not the one after its last entry', new.account_id
            using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger ledger_account_is_its_entries after insert or update on ledger_account
    deferrable initially deferred for each row execute function ledger_account_is_its_entries();
create constraint trigger ledger_entry_is_in_the_balance after insert on ledger_entry
    deferrable initially deferred for each row execute function ledger_account_is_its_entries();

-- At the commit, the legs of a transfer are all there and sum to zero.
create function ledger_transfer_sums_to_zero() returns trigger language plpgsql as $$
begin
    if (select count(*) <> new.legs or sum(amount) <> 0 from ledger_entry where transfer_id = new.transfer_id) then
        raise exception 'legs of transfer % are missing or do not sum to zero', new.transfer_id
            using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger ledger_transfer_sums_to_zero after insert on ledger_transfer
    deferrable initially deferred for each row execute function ledger_transfer_sums_to_zero();

-- A hold that ended stays as it ended, and nothing of what was captured comes back into it.
create function ledger_hold_ends_once() returns trigger language plpgsql as $$
begin
    if old.state <> 'OPEN' or new.captured < old.captured or new.amount <> old.amount then
        raise exception 'hold % is over, or would grow', old.hold_id using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger ledger_hold_ends_once before update on ledger_hold
    for each row execute function ledger_hold_ends_once();
