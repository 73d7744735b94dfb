-- Pictures of identity documents that no machine can check, for the person who decides about them. Sealed; deleted on
-- delete_on, which is set when the decision is made or the registration ends.
create table volunteer_document_picture (
    volunteer_id bigint not null,
    side text not null check (side in ('FRONT', 'BACK')),
    picture_sealed bytea not null,
    added_at timestamptz not null,
    added_by bigint not null,
    delete_on date,
    primary key (volunteer_id, side)
);
create index volunteer_document_picture_due on volunteer_document_picture (delete_on) where delete_on is not null;

-- Portraits for cards, each with a consent of its own (PIPL art. 29: a face is sensitive). Sealed.
create table volunteer_portrait (
    volunteer_id bigint primary key,
    picture_sealed bytea not null,
    consent_account bigint not null,
    added_at timestamptz not null
);
create index volunteer_portrait_of on volunteer_portrait (consent_account);

-- What is accepted as a picture, and how long pictures of documents are kept after the decision.
insert into rules_version (key, version, effective_from, value) values
    ('volunteer.pictures', 1, '2026-01-01', '{
        "mostBytes": 5242880, "mostPixels": 50000000, "leastSide": 200, "longestSide": 1600, "portraitSide": 800,
        "keepDays": 7}');
