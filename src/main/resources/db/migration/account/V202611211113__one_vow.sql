-- The vow is a rule of the registry (volunteer.vow), with its versions; the copy among the notices was never accepted by anybody.
-- changes data: takes a copy away that nobody could accept; what people vowed stands in their profiles.
delete from account_document where key = 'vow'
    and not exists (select from account_consent where document = 'vow');
