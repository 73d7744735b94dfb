-- What waits for review: few of all activities, in every office's list.
create index activity_in_review on activity (region_code text_pattern_ops, starts_at) where state = 'IN_REVIEW';
