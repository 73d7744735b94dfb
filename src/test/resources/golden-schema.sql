-- The schema as the migrations make it. Written by: mvn -Dfast test -Dtest=GoldenSchemaTest -Dgolden.write=true

table account
    created_at timestamp with time zone not null
    id bigint not null
    mobile_sealed bytea not null
    name text not null
    password_hash text
    password_set_at timestamp with time zone
    state text not null
  account_name_check: CHECK (((length(name) >= 1) AND (length(name) <= 100)))
  account_pkey: PRIMARY KEY (id)
  account_state_check: CHECK ((state = ANY (ARRAY['OPEN'::text, 'STOPPED'::text, 'RESTRICTED'::text])))


table account_attempt
    failures integer not null
    last_at timestamp with time zone not null
    locked_until timestamp with time zone
    mobile_digest bytea not null
  account_attempt_pkey: PRIMARY KEY (mobile_digest)


table account_audit
    account_id bigint not null
    actor_name text not null
    actor_regions text[] not null
    at timestamp with time zone not null
    id bigint not null
    region_code text
    session_id bigint not null
    subject text not null
    what text not null
    why text
  CREATE INDEX account_audit_account ON public.account_audit USING btree (account_id, at)
  CREATE INDEX account_audit_at ON public.account_audit USING btree (at)
  CREATE INDEX account_audit_subject ON public.account_audit USING btree (subject, at)
  CREATE INDEX account_audit_what ON public.account_audit USING btree (what text_pattern_ops, at)
  CREATE TRIGGER account_audit_append_only BEFORE DELETE OR UPDATE ON public.account_audit FOR EACH ROW EXECUTE FUNCTION account_audit_is_append_only()
  CREATE TRIGGER account_audit_no_truncate BEFORE TRUNCATE ON public.account_audit FOR EACH STATEMENT EXECUTE FUNCTION account_audit_is_append_only()
  account_audit_pkey: PRIMARY KEY (id)
  account_audit_what_check: CHECK ((what ~ '^[a-z0-9-]+\.[a-z0-9.-]+$'::text))


table account_code
    attempts smallint not null default 0
    code_digest bytea not null
    expires_at timestamp with time zone not null
    mobile_digest bytea not null
    purpose text not null
    sent_at timestamp with time zone not null
    used_at timestamp with time zone
  account_code_pkey: PRIMARY KEY (mobile_digest, purpose)
  account_code_purpose_check: CHECK (((length(purpose) >= 1) AND (length(purpose) <= 40)))


table account_code_limit
    day_count integer not null
    day_start timestamp with time zone not null
    hour_count integer not null
    hour_start timestamp with time zone not null
    last_at timestamp with time zone not null
    mobile_digest bytea not null
  account_code_limit_pkey: PRIMARY KEY (mobile_digest)


table account_consent
    accepted_at timestamp with time zone not null
    account_id bigint not null
    document text not null
    version integer not null
    withdrawn_at timestamp with time zone
  account_consent_pkey: PRIMARY KEY (account_id, document, version, accepted_at)


table account_document
    effective_from date not null
    key text not null
    text_en text not null
    text_zh text not null
    title_en text not null
    title_zh text not null
    version integer not null
  account_document_pkey: PRIMARY KEY (key, version)


table account_grant
    account_id bigint not null
    from_at timestamp with time zone not null
    given_by bigint not null
    id bigint not null
    organization_id bigint
    region_code text
    role text not null
    taken_by bigint
    taken_why text
    to_at timestamp with time zone
    why text not null
  CREATE INDEX account_grant_organization ON public.account_grant USING btree (organization_id, role) WHERE (to_at IS NULL)
  CREATE INDEX account_grant_region ON public.account_grant USING btree (region_code text_pattern_ops) WHERE (to_at IS NULL)
  CREATE UNIQUE INDEX account_grant_live ON public.account_grant USING btree (account_id, role, COALESCE(region_code, ''::text), COALESCE(organization_id, (0)::bigint)) WHERE (to_at IS NULL)
  account_grant_check1: CHECK (((to_at IS NULL) = (taken_by IS NULL)))
  account_grant_check: CHECK (((region_code IS NULL) <> (organization_id IS NULL)))
  account_grant_pkey: PRIMARY KEY (account_id, id)
  account_grant_region_code_check: CHECK ((region_code ~ '^[0-9]{2,18}$'::text))


table account_key
    check_value bytea not null
    first_used_at timestamp with time zone not null
    key_id smallint not null
  account_key_pkey: PRIMARY KEY (key_id)


table account_mobile
    account_id bigint not null
    mobile_digest bytea not null
    since timestamp with time zone not null
  CREATE INDEX account_mobile_account ON public.account_mobile USING btree (account_id)
  account_mobile_pkey: PRIMARY KEY (mobile_digest)


table account_recovery_code
    account_id bigint not null
    code_digest bytea not null
    used_at timestamp with time zone
  account_recovery_code_pkey: PRIMARY KEY (account_id, code_digest)


table account_session
    account_id bigint not null
    address text not null default ''::text
    agent text not null
    created_at timestamp with time zone not null
    expires_at timestamp with time zone not null
    id bigint not null
    idle_minutes integer not null
    kind text not null
    proved_until timestamp with time zone
    revoked_at timestamp with time zone
    second_factor_at timestamp with time zone
  account_session_idle_minutes_check: CHECK ((idle_minutes > 0))
  account_session_kind_check: CHECK ((kind = ANY (ARRAY['BROWSER'::text, 'API'::text])))
  account_session_pkey: PRIMARY KEY (account_id, id)


table account_suspension
    account_id bigint not null
    ended_by bigint
    ended_why text
    from_at timestamp with time zone not null
    id bigint not null
    region_code text not null
    suspended_by bigint not null
    to_at timestamp with time zone
    why text not null
  CREATE INDEX account_suspension_region ON public.account_suspension USING btree (region_code text_pattern_ops) WHERE (to_at IS NULL)
  CREATE UNIQUE INDEX account_suspension_open ON public.account_suspension USING btree (account_id) WHERE (to_at IS NULL)
  account_suspension_check: CHECK ((((to_at IS NULL) = (ended_by IS NULL)) AND ((to_at IS NULL) = (ended_why IS NULL))))
  account_suspension_pkey: PRIMARY KEY (account_id, id)
  account_suspension_region_code_check: CHECK ((region_code ~ '^[0-9]{2,18}$'::text))
  account_suspension_why_check: CHECK ((btrim(why) <> ''::text))


table account_totp
    account_id bigint not null
    confirmed_at timestamp with time zone
    last_step bigint not null default 0
    secret_sealed bytea not null
    started_at timestamp with time zone not null
  account_totp_pkey: PRIMARY KEY (account_id)


table activity
    accompanied boolean not null
    activity_id bigint not null
    address text not null
    agreement boolean not null
    ancestors bigint[] not null
    announced_until timestamp with time zone
    bigrams text[] not null
    categories text[] not null
    closed_at timestamp with time zone
    contact_name text not null
    contact_phone text not null
    corrected_at timestamp with time zone
    created_at timestamp with time zone not null
    created_by bigint not null
    description text not null
    ends_at timestamp with time zone not null
    extended_at timestamp with time zone
    has_free boolean not null default true
    insurance text not null
    last_start_at timestamp with time zone not null
    latitude double precision
    longitude double precision
    objects text[] not null
    organization_id bigint not null
    pass_code bytea
    project_id bigint
    protections text[] not null
    published_at timestamp with time zone
    recruit_from timestamp with time zone
    recruit_scope text not null
    recruit_to timestamp with time zone
    region_code text not null
    reviewed boolean not null
    risk_level smallint not null
    risk_note text not null
    search_text text not null
    starts_at timestamp with time zone not null
    state text not null
    subsidy_fen integer not null
    subsidy_reason text not null
    teams bigint[] not null
    title text not null
    version integer not null default 1
  CREATE INDEX activity_ancestors ON public.activity USING gin (ancestors)
  CREATE INDEX activity_bigrams ON public.activity USING gin (bigrams) WHERE (state = 'PUBLISHED'::text)
  CREATE INDEX activity_coming ON public.activity USING btree (ends_at, starts_at) WHERE (state = 'PUBLISHED'::text)
  CREATE INDEX activity_in_review ON public.activity USING btree (region_code text_pattern_ops, starts_at) WHERE (state = 'IN_REVIEW'::text)
  CREATE INDEX activity_organization ON public.activity USING btree (organization_id, published_at)
  CREATE INDEX activity_region ON public.activity USING btree (region_code text_pattern_ops, state, starts_at)
  activity_categories_check: CHECK (((cardinality(categories) >= 1) AND (cardinality(categories) <= 4)))
  activity_check1: CHECK ((recruit_from < recruit_to))
  activity_check2: CHECK (((latitude IS NULL) = (longitude IS NULL)))
  activity_check3: CHECK (((state <> ALL (ARRAY['PUBLISHED'::text, 'CLOSED'::text])) OR ((published_at IS NOT NULL) AND (announced_until IS NOT NULL) AND (risk_note <> ''::text) AND ((risk_level < 2) OR (insurance <> ''::text)) AND ((recruit_scope <> 'PASS_CODE'::text) OR (pass_code IS NOT NULL)) AND ((recruit_scope <> 'TEAMS'::text) OR (cardinality(teams) > 0)))))
  activity_check4: CHECK (((state = 'CLOSED'::text) = (closed_at IS NOT NULL)))
  activity_check5: CHECK (((state <> 'CLOSED'::text) OR (closed_at >= ends_at)))
  activity_check: CHECK (((starts_at <= last_start_at) AND (last_start_at < ends_at)))
  activity_latitude_check: CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision)))
  activity_longitude_check: CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision)))
  activity_pkey: PRIMARY KEY (activity_id)
  activity_recruit_scope_check: CHECK ((recruit_scope = ANY (ARRAY['PUBLIC'::text, 'TEAMS'::text, 'PASS_CODE'::text, 'PRIVATE'::text])))
  activity_risk_level_check: CHECK (((risk_level >= 0) AND (risk_level <= 3)))
  activity_state_check: CHECK ((state = ANY (ARRAY['DRAFT'::text, 'IN_REVIEW'::text, 'RETURNED'::text, 'PUBLISHED'::text, 'CANCELLED'::text, 'CLOSED'::text])))
  activity_subsidy_fen_check: CHECK ((subsidy_fen >= 0))
  activity_title_check: CHECK (((char_length(title) >= 1) AND (char_length(title) <= 50)))


table activity_decision
    account_id bigint not null
    activity_id bigint not null
    at timestamp with time zone not null
    basis jsonb
    decision_id bigint not null
    from_state text not null
    reason text
    step text not null
    to_state text not null
  activity_decision_activity_id_fkey: FOREIGN KEY (activity_id) REFERENCES activity(activity_id)
  activity_decision_pkey: PRIMARY KEY (activity_id, decision_id)


table activity_post
    activity_id bigint not null
    description text not null
    max_age smallint
    min_age smallint
    min_own_minutes integer not null
    name text not null
    post_id bigint not null
    qualifications text[] not null
    skills text[] not null
  activity_post_activity_id_fkey: FOREIGN KEY (activity_id) REFERENCES activity(activity_id)
  activity_post_check: CHECK ((min_age <= max_age))
  activity_post_max_age_check: CHECK (((max_age >= 0) AND (max_age <= 120)))
  activity_post_min_age_check: CHECK (((min_age >= 0) AND (min_age <= 120)))
  activity_post_min_own_minutes_check: CHECK ((min_own_minutes >= 0))
  activity_post_name_check: CHECK (((char_length(name) >= 1) AND (char_length(name) <= 30)))
  activity_post_pkey: PRIMARY KEY (activity_id, post_id)


table activity_project
    ancestors bigint[] not null
    categories text[] not null
    contact_name text not null
    contact_phone text not null
    created_at timestamp with time zone not null
    created_by bigint not null
    description text not null
    listed boolean not null
    name text not null
    objects text[] not null
    organization_id bigint not null
    place text not null
    project_id bigint not null
    region_code text not null
    regular_time text not null
    version integer not null default 1
  CREATE INDEX activity_project_organization ON public.activity_project USING gin (ancestors)
  CREATE INDEX activity_project_region ON public.activity_project USING btree (region_code text_pattern_ops, name) WHERE listed
  activity_project_categories_check: CHECK (((cardinality(categories) >= 1) AND (cardinality(categories) <= 4)))
  activity_project_name_check: CHECK (((char_length(name) >= 2) AND (char_length(name) <= 50)))
  activity_project_pkey: PRIMARY KEY (project_id)


table activity_review_notice
    account_id bigint not null
    day date not null
  activity_review_notice_pkey: PRIMARY KEY (account_id, day)


table activity_shift
    activity_id bigint not null
    capacity integer not null
    ends_at timestamp with time zone not null
    post_id bigint not null
    shift_id bigint not null
    starts_at timestamp with time zone not null
  CREATE INDEX activity_shift_starts ON public.activity_shift USING btree (starts_at)
  activity_shift_activity_id_post_id_fkey: FOREIGN KEY (activity_id, post_id) REFERENCES activity_post(activity_id, post_id)
  activity_shift_capacity_check: CHECK (((capacity >= 1) AND (capacity <= 100000)))
  activity_shift_check: CHECK ((starts_at < ends_at))
  activity_shift_pkey: PRIMARY KEY (activity_id, shift_id)


table activity_summary
    account_id bigint not null
    activity_id bigint not null
    at timestamp with time zone not null
    done text not null
    remarks text not null
    served_people integer not null
  activity_summary_activity_id_fkey: FOREIGN KEY (activity_id) REFERENCES activity(activity_id)
  activity_summary_pkey: PRIMARY KEY (activity_id)
  activity_summary_served_people_check: CHECK ((served_people >= 0))


table attendance_device
    activity_id bigint not null
    device_digest bytea not null
    volunteer_id bigint not null
  attendance_device_pkey: PRIMARY KEY (activity_id, device_digest, volunteer_id)


table attendance_open
    activity_id bigint not null
    pair_id bigint not null
    shift_end timestamp with time zone not null
    volunteer_id bigint not null
  attendance_open_pkey: PRIMARY KEY (volunteer_id)


table attendance_pair
    activity_id bigint not null
    came_at timestamp with time zone not null
    in_evidence jsonb not null
    left_at timestamp with time zone
    out_evidence jsonb
    pair_id bigint not null
    pair_no smallint not null
    reminded_at timestamp with time zone
    said_left_at timestamp with time zone
    said_why text
    service_day date not null
    shift_end timestamp with time zone not null
    shift_id bigint not null
    state text not null
    volunteer_id bigint not null
  CREATE INDEX attendance_pair_day ON public.attendance_pair USING btree (service_day, volunteer_id)
  CREATE INDEX attendance_pair_unfinished ON public.attendance_pair USING btree (shift_end) WHERE (state <> 'CLOSED'::text)
  CREATE INDEX attendance_pair_unfinished_of ON public.attendance_pair USING btree (volunteer_id) WHERE (state <> 'CLOSED'::text)
  attendance_pair_activity_id_volunteer_id_service_day_pair_n_key: UNIQUE (activity_id, volunteer_id, service_day, pair_no)
  attendance_pair_check1: CHECK (((state = 'CLOSED'::text) = (left_at IS NOT NULL)))
  attendance_pair_check2: CHECK (((left_at IS NULL) = (out_evidence IS NULL)))
  attendance_pair_check: CHECK ((left_at > came_at))
  attendance_pair_pair_no_check: CHECK ((pair_no >= 1))
  attendance_pair_pkey: PRIMARY KEY (activity_id, pair_id)
  attendance_pair_state_check: CHECK ((state = ANY (ARRAY['OPEN'::text, 'FORGOTTEN'::text, 'CLOSED'::text])))


table board
    board_id bigint not null
    facet text not null
    span text not null
    starts_on date not null
  board_pkey: PRIMARY KEY (board_id)
  board_span_check: CHECK ((span = ANY (ARRAY['WEEK'::text, 'MONTH'::text, 'YEAR'::text, 'ALL'::text])))
  board_span_starts_on_facet_key: UNIQUE (span, starts_on, facet)


table board_dirty
    id bigint not null
    volunteer_id bigint not null
  board_dirty_pkey: PRIMARY KEY (volunteer_id, id)


table board_head
    board_id bigint not null
    people integer not null
    region_code text not null
    revision bigint not null
  board_head_people_check: CHECK ((people > 0))
  board_head_pkey: PRIMARY KEY (board_id, region_code)


table board_member
    consented_by bigint not null
    ends_on date
    since timestamp with time zone not null
    volunteer_id bigint not null
  CREATE INDEX board_member_ends ON public.board_member USING btree (ends_on) WHERE (ends_on IS NOT NULL)
  board_member_pkey: PRIMARY KEY (volunteer_id)


table board_score
    board_id bigint not null
    minutes integer not null
    region_code text not null
    volunteer_id bigint not null
  CREATE INDEX board_score_of_town ON public.board_score USING btree (board_id, "left"(region_code, 9), minutes DESC, volunteer_id) INCLUDE (region_code)
  board_score_minutes_check: CHECK ((minutes > 0))
  board_score_pkey: PRIMARY KEY (volunteer_id, board_id)


table board_tally
    board_id bigint not null
    minutes integer not null
    people integer not null
    region_code text not null
  board_tally_people_check: CHECK ((people > 0))
  board_tally_pkey: PRIMARY KEY (board_id, region_code, minutes)


table bulk_run
    boards double precision not null default 0
    finished_at timestamp with time zone
    hours bigint not null
    one boolean not null default true
    seed bigint not null
    started_at timestamp with time zone not null
    until_day date not null
    volunteers bigint not null
    years integer not null
  bulk_run_boards_check: CHECK (((boards >= (0)::double precision) AND (boards <= (1)::double precision)))
  bulk_run_check: CHECK ((finished_at >= started_at))
  bulk_run_hours_check: CHECK ((hours >= 0))
  bulk_run_one_check: CHECK (one)
  bulk_run_pkey: PRIMARY KEY (one)
  bulk_run_volunteers_check: CHECK ((volunteers > 0))
  bulk_run_years_check: CHECK ((years > 0))


table certificate_issued
    certificate_id bigint not null
    content text not null
    entry_ids bigint[] not null default '{}'::bigint[]
    hash bytea not null
    issued_at timestamp with time zone not null
    issued_by bigint not null
    key_id text not null
    name text not null
    number text not null
    on_behalf text
    payload bytea not null
    record_ids bigint[] not null
    signature bytea not null
    volunteer_id bigint not null
  CREATE INDEX certificate_issued_by ON public.certificate_issued USING btree (issued_by, issued_at) WHERE (on_behalf IS NOT NULL)
  CREATE TRIGGER certificate_issued_append_only BEFORE DELETE OR UPDATE ON public.certificate_issued FOR EACH ROW EXECUTE FUNCTION certificate_is_append_only()
  certificate_issued_hash_check: CHECK ((length(hash) = 32))
  certificate_issued_number_check: CHECK ((number ~ '^YW[0-9]{6}[0-9A-Z]{9}$'::text))
  certificate_issued_pkey: PRIMARY KEY (volunteer_id, certificate_id)
  certificate_issued_record_ids_check: CHECK ((cardinality(record_ids) > 0))
  certificate_issued_signature_check: CHECK ((length(signature) = 64))


table certificate_number
    certificate_id bigint not null
    number text not null
    volunteer_id bigint not null
  certificate_number_pkey: PRIMARY KEY (number)


table certificate_void
    at timestamp with time zone not null
    by_account bigint
    cause text not null
    certificate_id bigint not null
    entry_id bigint
    record_id bigint
    volunteer_id bigint not null
  CREATE TRIGGER certificate_void_append_only BEFORE DELETE OR UPDATE ON public.certificate_void FOR EACH ROW EXECUTE FUNCTION certificate_is_append_only()
  certificate_void_cause_check: CHECK ((cause = ANY (ARRAY['RECORD'::text, 'OWNER'::text, 'ENTRY'::text])))
  certificate_void_check: CHECK (((cause = 'RECORD'::text) = (record_id IS NOT NULL)))
  certificate_void_entry: CHECK (((cause = 'ENTRY'::text) = (entry_id IS NOT NULL)))
  certificate_void_pkey: PRIMARY KEY (volunteer_id, certificate_id)
  certificate_void_volunteer_id_certificate_id_fkey: FOREIGN KEY (volunteer_id, certificate_id) REFERENCES certificate_issued(volunteer_id, certificate_id)


table dossier_commendation
    award text not null
    award_level text
    awarded_on date not null
    awarding_unit text not null
    document_number text
    entry_id bigint not null
    name text not null
    volunteer_id bigint not null
    words text
  CREATE TRIGGER dossier_commendation_append_only BEFORE DELETE OR UPDATE ON public.dossier_commendation FOR EACH ROW EXECUTE FUNCTION dossier_is_append_only()
  dossier_commendation_award_check: CHECK ((award = ANY (ARRAY['OWN'::text, 'GOVERNMENT'::text, 'OTHER'::text])))
  dossier_commendation_award_level_check: CHECK ((award_level = ANY (ARRAY['COUNTY'::text, 'CITY'::text, 'PROVINCE'::text, 'NATION'::text])))
  dossier_commendation_awarding_unit_check: CHECK ((awarding_unit <> ''::text))
  dossier_commendation_check: CHECK (((award = 'GOVERNMENT'::text) = (award_level IS NOT NULL)))
  dossier_commendation_name_check: CHECK ((name <> ''::text))
  dossier_commendation_pkey: PRIMARY KEY (volunteer_id, entry_id)


table dossier_evaluation
    activity_id bigint not null
    activity_title text not null
    entry_id bigint not null
    evaluated_on date not null
    organization_name text not null
    quality text not null
    rule_version integer not null
    served_on date not null
    volunteer_id bigint not null
    words text
  CREATE TRIGGER dossier_evaluation_append_only BEFORE DELETE OR UPDATE ON public.dossier_evaluation FOR EACH ROW EXECUTE FUNCTION dossier_is_append_only()
  dossier_evaluation_pkey: PRIMARY KEY (volunteer_id, entry_id)


table dossier_origin
    issuer text not null
    taken_at timestamp with time zone not null
    verified_at timestamp with time zone
    volunteer_id bigint not null
  dossier_origin_pkey: PRIMARY KEY (volunteer_id, issuer)


table dossier_standing
    activity_id bigint
    answer_by date
    at timestamp with time zone not null
    entry_id bigint not null
    issuer text
    objected_on date
    organization_ancestors bigint[] not null
    organization_id bigint
    part text not null
    recorder text not null
    region_code text not null
    shown_from timestamp with time zone
    source_id text
    state text not null
    supersedes bigint
    volunteer_id bigint not null
  CREATE INDEX dossier_applied ON public.dossier_standing USING btree (region_code) WHERE (state = 'APPLIED'::text)
  CREATE INDEX dossier_objected ON public.dossier_standing USING btree (answer_by) WHERE (objected_on IS NOT NULL)
  CREATE INDEX dossier_of_organization ON public.dossier_standing USING btree (organization_id, entry_id) WHERE (part <> 'EVALUATION'::text)
  CREATE INDEX dossier_shown ON public.dossier_standing USING btree (shown_from) WHERE ((part = 'EVALUATION'::text) AND (state = 'RECORDED'::text))
  CREATE UNIQUE INDEX dossier_one_evaluation ON public.dossier_standing USING btree (volunteer_id, activity_id) WHERE ((part = 'EVALUATION'::text) AND (state = 'RECORDED'::text))
  CREATE UNIQUE INDEX dossier_one_successor ON public.dossier_standing USING btree (volunteer_id, supersedes) WHERE (supersedes IS NOT NULL)
  CREATE UNIQUE INDEX dossier_taken_once ON public.dossier_standing USING btree (volunteer_id, issuer, source_id) WHERE (issuer IS NOT NULL)
  dossier_standing_check1: CHECK (((objected_on IS NULL) = (answer_by IS NULL)))
  dossier_standing_check2: CHECK (((issuer IS NULL) = (source_id IS NULL)))
  dossier_standing_check: CHECK (((part = 'EVALUATION'::text) = (activity_id IS NOT NULL)))
  dossier_standing_part_check: CHECK ((part = ANY (ARRAY['TRAINING'::text, 'COMMENDATION'::text, 'EVALUATION'::text])))
  dossier_standing_pkey: PRIMARY KEY (volunteer_id, entry_id)
  dossier_standing_state_check: CHECK ((state = ANY (ARRAY['APPLIED'::text, 'RECORDED'::text, 'REFUSED'::text, 'SUPERSEDED'::text, 'VOID'::text])))


table dossier_step
    actor_account_id bigint not null
    at timestamp with time zone not null
    entry_id bigint not null
    step_no integer not null
    volunteer_id bigint not null
    what text not null
    why text
  CREATE TRIGGER dossier_step_append_only BEFORE DELETE OR UPDATE ON public.dossier_step FOR EACH ROW EXECUTE FUNCTION dossier_is_append_only()
  dossier_step_check: CHECK (((what <> ALL (ARRAY['REFUSED'::text, 'VOID'::text, 'SUPERSEDED'::text, 'OBJECTED'::text, 'KEPT'::text])) OR (why IS NOT NULL)))
  dossier_step_pkey: PRIMARY KEY (volunteer_id, entry_id, step_no)
  dossier_step_what_check: CHECK ((what = ANY (ARRAY['APPLIED'::text, 'RECORDED'::text, 'REFUSED'::text, 'SUPERSEDED'::text, 'VOID'::text, 'OBJECTED'::text, 'KEPT'::text])))


table dossier_training
    content text not null
    entry_id bigint not null
    held_on date not null
    host text not null
    learning_minutes integer not null
    name text not null
    volunteer_id bigint not null
  CREATE TRIGGER dossier_training_append_only BEFORE DELETE OR UPDATE ON public.dossier_training FOR EACH ROW EXECUTE FUNCTION dossier_is_append_only()
  dossier_training_content_check: CHECK ((content <> ''::text))
  dossier_training_host_check: CHECK ((host <> ''::text))
  dossier_training_learning_minutes_check: CHECK (((learning_minutes >= 1) AND (learning_minutes <= 60000)))
  dossier_training_name_check: CHECK ((name <> ''::text))
  dossier_training_pkey: PRIMARY KEY (volunteer_id, entry_id)


table dossier_turn
    activity_id bigint not null
    open_until timestamp with time zone not null
    opened_at timestamp with time zone
    organization_id bigint not null
    organizing smallint
    safety smallint
    served_on date not null
    team_at timestamp with time zone
    usefulness smallint
    volunteer_at timestamp with time zone
    volunteer_id bigint not null
    words text
  CREATE INDEX dossier_turn_of_organization ON public.dossier_turn USING btree (organization_id) WHERE (volunteer_at IS NOT NULL)
  CREATE INDEX dossier_turn_of_volunteer ON public.dossier_turn USING btree (volunteer_id, open_until)
  dossier_turn_check: CHECK (((opened_at IS NULL) OR ((team_at IS NOT NULL) AND (volunteer_at IS NOT NULL))))
  dossier_turn_organizing_check: CHECK (((organizing >= 1) AND (organizing <= 3)))
  dossier_turn_pkey: PRIMARY KEY (activity_id, volunteer_id)
  dossier_turn_safety_check: CHECK (((safety >= 1) AND (safety <= 3)))
  dossier_turn_usefulness_check: CHECK (((usefulness >= 1) AND (usefulness <= 3)))


table dossier_voice
    activity_id bigint not null
    at timestamp with time zone not null
    organizing smallint
    safety smallint
    usefulness smallint
    voice_no integer not null
    volunteer_id bigint not null
    words text
  CREATE TRIGGER dossier_voice_append_only BEFORE DELETE OR UPDATE ON public.dossier_voice FOR EACH ROW EXECUTE FUNCTION dossier_is_append_only()
  dossier_voice_pkey: PRIMARY KEY (activity_id, volunteer_id, voice_no)


table dossier_window
    activity_id bigint not null
    closed_at timestamp with time zone not null
    due_on date not null
    open_until timestamp with time zone not null
    organization_ancestors bigint[] not null
    organization_id bigint not null
    organization_name text not null
    region_code text not null
    title text not null
  CREATE INDEX dossier_window_open ON public.dossier_window USING btree (open_until)
  dossier_window_pkey: PRIMARY KEY (activity_id)


table entry_call
    activity_id bigint not null
    call_no integer not null
    called_at timestamp with time zone not null
    called_by bigint not null
    note text not null
    outcome text not null
    sheet_id bigint not null
    volunteer_id bigint not null
  CREATE TRIGGER entry_call_append_only BEFORE DELETE OR UPDATE ON public.entry_call FOR EACH ROW EXECUTE FUNCTION entry_is_append_only()
  entry_call_activity_id_sheet_id_volunteer_id_fkey: FOREIGN KEY (activity_id, sheet_id, volunteer_id) REFERENCES entry_draw_line(activity_id, sheet_id, volunteer_id)
  entry_call_check: CHECK (((outcome = ANY (ARRAY['CONFIRMED'::text, 'NOT_REACHED'::text])) OR (note <> ''::text)))
  entry_call_outcome_check: CHECK ((outcome = ANY (ARRAY['CONFIRMED'::text, 'WRONG_TIME'::text, 'WAS_NOT_THERE'::text, 'NOT_REACHED'::text])))
  entry_call_pkey: PRIMARY KEY (activity_id, sheet_id, volunteer_id, call_no)


table entry_draw
    activity_id bigint not null
    draw_no integer not null
    drawn_at timestamp with time zone not null
    drawn_by bigint not null
    head_at timestamp with time zone not null
    head_root text not null
    head_size bigint not null
    lines integer not null
    rule_version integer not null
    seed text not null
    sheet_id bigint not null
  CREATE TRIGGER entry_draw_append_only BEFORE DELETE OR UPDATE ON public.entry_draw FOR EACH ROW EXECUTE FUNCTION entry_is_append_only()
  entry_draw_activity_id_sheet_id_fkey: FOREIGN KEY (activity_id, sheet_id) REFERENCES entry_sheet(activity_id, id)
  entry_draw_lines_check: CHECK ((lines > 0))
  entry_draw_pkey: PRIMARY KEY (activity_id, sheet_id, draw_no)


table entry_draw_line
    activity_id bigint not null
    draw_no integer not null
    drawn boolean not null
    line_id bigint not null
    outcome text
    place integer not null
    sheet_id bigint not null
    volunteer_id bigint not null
  entry_draw_line_activity_id_sheet_id_draw_no_fkey: FOREIGN KEY (activity_id, sheet_id, draw_no) REFERENCES entry_draw(activity_id, sheet_id, draw_no)
  entry_draw_line_activity_id_sheet_id_draw_no_place_key: UNIQUE (activity_id, sheet_id, draw_no, place)
  entry_draw_line_activity_id_sheet_id_volunteer_id_fkey: FOREIGN KEY (activity_id, sheet_id, volunteer_id) REFERENCES entry_line(activity_id, sheet_id, volunteer_id)
  entry_draw_line_check: CHECK (((outcome IS NULL) OR drawn))
  entry_draw_line_outcome_check: CHECK ((outcome = ANY (ARRAY['CONFIRMED'::text, 'WRONG_TIME'::text, 'WAS_NOT_THERE'::text, 'NOT_REACHED'::text])))
  entry_draw_line_pkey: PRIMARY KEY (activity_id, sheet_id, volunteer_id)


table entry_line
    activity_id bigint not null
    agreed_at timestamp with time zone
    agreed_by bigint
    confirmed_at timestamp with time zone
    confirmed_by bigint
    decided_at timestamp with time zone
    decided_by bigint
    entered_by bigint not null
    id bigint not null
    minutes integer not null
    needs_district boolean not null
    record_id bigint
    served_from timestamp with time zone not null
    served_to timestamp with time zone not null
    sheet_id bigint not null
    shift_id bigint not null
    state text not null
    stranger boolean not null
    volunteer_id bigint not null
  CREATE INDEX entry_line_of_volunteer ON public.entry_line USING btree (volunteer_id, id)
  CREATE INDEX entry_line_open ON public.entry_line USING btree (state, activity_id, sheet_id) WHERE (state = ANY (ARRAY['ENTERED'::text, 'CONFIRMED'::text, 'WITH_DISTRICT'::text]))
  CREATE UNIQUE INDEX entry_line_open_once ON public.entry_line USING btree (activity_id, shift_id, volunteer_id) WHERE (state = ANY (ARRAY['ENTERED'::text, 'CONFIRMED'::text, 'WITH_DISTRICT'::text]))
  entry_line_activity_id_sheet_id_fkey: FOREIGN KEY (activity_id, sheet_id) REFERENCES entry_sheet(activity_id, id)
  entry_line_check1: CHECK (((NOT stranger) OR needs_district))
  entry_line_check2: CHECK ((confirmed_by <> entered_by))
  entry_line_check3: CHECK (((decided_by <> entered_by) AND (decided_by <> confirmed_by)))
  entry_line_check4: CHECK (((state <> ALL (ARRAY['CONFIRMED'::text, 'WITH_DISTRICT'::text, 'RECORDED'::text])) OR (confirmed_by IS NOT NULL)))
  entry_line_check5: CHECK (((state <> 'WITH_DISTRICT'::text) OR needs_district))
  entry_line_check6: CHECK (((state <> 'RECORDED'::text) OR (record_id IS NOT NULL)))
  entry_line_check7: CHECK (((state <> 'RECORDED'::text) OR (NOT stranger) OR (agreed_at IS NOT NULL)))
  entry_line_check8: CHECK (((state <> 'RECORDED'::text) OR (NOT needs_district) OR (decided_at IS NOT NULL)))
  entry_line_check: CHECK ((served_to > served_from))
  entry_line_minutes_check: CHECK (((minutes >= 1) AND (minutes <= 1440)))
  entry_line_pkey: PRIMARY KEY (activity_id, sheet_id, volunteer_id)
  entry_line_state_check: CHECK ((state = ANY (ARRAY['ENTERED'::text, 'CONFIRMED'::text, 'WITH_DISTRICT'::text, 'RECORDED'::text, 'REFUSED'::text, 'WITHDRAWN'::text, 'EXPIRED'::text])))


table entry_proof
    activity_id bigint not null
    added_at timestamp with time zone not null
    added_by bigint not null
    delete_on date not null
    file_sealed bytea not null
    format text not null
    sha256 text
    sheet_id bigint not null
    size_bytes integer not null
  CREATE INDEX entry_proof_due ON public.entry_proof USING btree (delete_on)
  entry_proof_activity_id_sheet_id_fkey: FOREIGN KEY (activity_id, sheet_id) REFERENCES entry_sheet(activity_id, id)
  entry_proof_format_check: CHECK ((format = ANY (ARRAY['jpeg'::text, 'pdf'::text])))
  entry_proof_pkey: PRIMARY KEY (activity_id, sheet_id)


table entry_proof_look
    account_id bigint not null
    activity_id bigint not null
    looked_at timestamp with time zone not null
    sha256 text not null
    sheet_id bigint not null
  entry_proof_look_pkey: PRIMARY KEY (activity_id, sheet_id, account_id, sha256)


table entry_quota_move
    at timestamp with time zone not null
    id bigint not null
    minutes integer not null
    organization_id bigint not null
    week date not null
    what text not null
  CREATE TRIGGER entry_quota_move_append_only BEFORE DELETE OR UPDATE ON public.entry_quota_move FOR EACH ROW EXECUTE FUNCTION entry_is_append_only()
  entry_quota_move_check: CHECK (((what = 'BACK'::text) = (minutes < 0)))
  entry_quota_move_pkey: PRIMARY KEY (organization_id, week, id)
  entry_quota_move_week_check: CHECK ((EXTRACT(isodow FROM week) = (1)::numeric))
  entry_quota_move_what_check: CHECK ((what = ANY (ARRAY['BEFORE'::text, 'USED'::text, 'BACK'::text])))


table entry_quota_used
    limit_minutes integer not null
    minutes integer not null
    organization_id bigint not null
    week date not null
  entry_quota_used_check: CHECK ((minutes <= limit_minutes))
  entry_quota_used_minutes_check: CHECK ((minutes >= 0))
  entry_quota_used_pkey: PRIMARY KEY (organization_id, week)
  entry_quota_used_week_check: CHECK ((EXTRACT(isodow FROM week) = (1)::numeric))


table entry_sheet
    activity_id bigint not null
    entered_at timestamp with time zone not null
    entered_by bigint not null
    expires_on date not null
    id bigint not null
    kind text not null
    organization_ancestors bigint[] not null
    organization_id bigint not null
    region_code text not null
    shift_end timestamp with time zone not null
    shift_id bigint not null
    shift_start timestamp with time zone not null
    shown_by text not null
    title text not null
    why text not null
  CREATE TRIGGER entry_sheet_append_only BEFORE DELETE OR UPDATE ON public.entry_sheet FOR EACH ROW EXECUTE FUNCTION entry_is_append_only()
  entry_sheet_kind_check: CHECK ((kind = ANY (ARRAY['MANUAL'::text, 'MAKEUP'::text])))
  entry_sheet_pkey: PRIMARY KEY (activity_id, id)


table entry_step
    activity_id bigint not null
    actor_account_id bigint not null
    at timestamp with time zone not null
    rule_key text
    rule_version integer
    sheet_id bigint not null
    state text not null
    step_no integer not null
    volunteer_id bigint not null
    what text not null
    why text
  CREATE TRIGGER entry_step_append_only BEFORE DELETE OR UPDATE ON public.entry_step FOR EACH ROW EXECUTE FUNCTION entry_is_append_only()
  entry_step_check: CHECK (((rule_key IS NULL) = (rule_version IS NULL)))
  entry_step_pkey: PRIMARY KEY (activity_id, sheet_id, volunteer_id, step_no)


table event_publication
    completion_attempts integer
    completion_date timestamp with time zone
    event_type text not null
    id uuid not null
    last_resubmission_date timestamp with time zone
    listener_id text not null
    publication_date timestamp with time zone not null
    serialized_event text not null
    status text
  CREATE INDEX event_publication_by_completion_date_idx ON public.event_publication USING btree (completion_date)
  CREATE INDEX event_publication_serialized_event_hash_idx ON public.event_publication USING hash (serialized_event)
  event_publication_pkey: PRIMARY KEY (id)


table exchange_arrival
    algorithm text not null
    arrival_id bigint not null
    arrived_at timestamp with time zone not null
    arrived_by bigint not null
    asked boolean not null
    content_sealed bytea not null
    credit_minutes bigint not null
    decided_at timestamp with time zone
    decided_by bigint
    honour_minutes bigint not null
    issuer_name text not null
    key_id text not null
    moving boolean not null
    origin text not null
    passport text not null
    public_key bytea not null
    reason text
    records integer not null
    sha256 bytea not null
    state text not null
    volunteer_id bigint not null
  CREATE INDEX exchange_arrival_of_key ON public.exchange_arrival USING btree (key_id) WHERE (state = 'CLAIMED'::text)
  CREATE INDEX exchange_arrival_waiting ON public.exchange_arrival USING btree (arrived_at, arrival_id) WHERE (state = 'CLAIMED'::text)
  CREATE UNIQUE INDEX exchange_arrival_once ON public.exchange_arrival USING btree (volunteer_id, sha256)
  exchange_arrival_check1: CHECK (((state <> 'REFUSED'::text) OR (reason IS NOT NULL)))
  exchange_arrival_check: CHECK (((state = 'CLAIMED'::text) = (decided_at IS NULL)))
  exchange_arrival_pkey: PRIMARY KEY (volunteer_id, arrival_id)
  exchange_arrival_sha256_check: CHECK ((length(sha256) = 32))
  exchange_arrival_state_check: CHECK ((state = ANY (ARRAY['CLAIMED'::text, 'VERIFIED'::text, 'REFUSED'::text])))


table exchange_arrival_try
    account_id bigint not null
    day date not null
    tries integer not null
  exchange_arrival_try_pkey: PRIMARY KEY (account_id, day)


table exchange_claim
    arrival_id bigint not null
    decided_at timestamp with time zone
    decided_by bigint
    doubted_at timestamp with time zone
    grade text
    issuer_record text not null
    organization text not null
    origin text not null
    record_id bigint
    region text not null
    served_from timestamp with time zone not null
    served_to timestamp with time zone not null
    service_date date not null
    service_minutes integer not null
    source_id bigint not null
    state text not null
    time_kind text not null
    title text not null
    volunteer_id bigint not null
    why text
  CREATE INDEX exchange_claim_conflicts ON public.exchange_claim USING btree (volunteer_id, source_id) WHERE (state = 'CONFLICT'::text)
  CREATE INDEX exchange_claim_doubted ON public.exchange_claim USING btree (volunteer_id, source_id) WHERE (doubted_at IS NOT NULL)
  exchange_claim_check: CHECK (((state = 'TAKEN'::text) = (record_id IS NOT NULL)))
  exchange_claim_pkey: PRIMARY KEY (volunteer_id, source_id)
  exchange_claim_state_check: CHECK ((state = ANY (ARRAY['CLAIMED'::text, 'WAITING'::text, 'TAKEN'::text, 'HOME'::text, 'CONFLICT'::text, 'DROPPED'::text])))


table exchange_departure
    at timestamp with time zone not null
    back_at timestamp with time zone
    passport_id bigint not null
    receipt text not null
    record_ids bigint[]
    returned_at timestamp with time zone
    to_name text not null
    to_origin text not null
    volunteer_id bigint not null
  CREATE UNIQUE INDEX exchange_departure_now ON public.exchange_departure USING btree (volunteer_id) WHERE (back_at IS NULL)
  exchange_departure_pkey: PRIMARY KEY (volunteer_id, passport_id)


table exchange_doubt
    asked_at timestamp with time zone not null
    asked_by bigint not null
    confirmed_at timestamp with time zone
    confirmed_by bigint
    evidence text not null
    record_id bigint
    source_id bigint not null
    volunteer_id bigint not null
    why text not null
  CREATE INDEX exchange_doubt_announced ON public.exchange_doubt USING btree (volunteer_id, record_id) WHERE (record_id IS NOT NULL)
  exchange_doubt_check1: CHECK (((confirmed_by IS NULL) = (record_id IS NULL)))
  exchange_doubt_check2: CHECK ((confirmed_by <> asked_by))
  exchange_doubt_check: CHECK (((confirmed_by IS NULL) = (confirmed_at IS NULL)))
  exchange_doubt_evidence_check: CHECK ((evidence <> ''::text))
  exchange_doubt_pkey: PRIMARY KEY (volunteer_id, source_id)
  exchange_doubt_volunteer_id_source_id_fkey: FOREIGN KEY (volunteer_id, source_id) REFERENCES exchange_claim(volunteer_id, source_id)
  exchange_doubt_why_check: CHECK ((why <> ''::text))


table exchange_issuer
    address text
    algorithm text not null
    confirmed_at timestamp with time zone
    confirmed_by bigint
    issuer_id bigint not null
    key_id text not null
    name text not null
    origin text not null
    public_key bytea not null
    trusted_at timestamp with time zone not null
    trusted_by bigint not null
    withdrawn_at timestamp with time zone
  CREATE UNIQUE INDEX exchange_issuer_trusted ON public.exchange_issuer USING btree (key_id) WHERE (withdrawn_at IS NULL)
  exchange_issuer_check1: CHECK ((confirmed_by <> trusted_by))
  exchange_issuer_check: CHECK (((confirmed_by IS NULL) = (confirmed_at IS NULL)))
  exchange_issuer_name_check: CHECK ((name <> ''::text))
  exchange_issuer_origin_check: CHECK ((origin <> ''::text))
  exchange_issuer_pkey: PRIMARY KEY (issuer_id)


table exchange_passport
    credit_minutes bigint not null
    honour_minutes bigint not null
    made_at timestamp with time zone not null
    made_by bigint not null
    moving boolean not null
    outdated_at timestamp with time zone
    passport_id bigint not null
    records integer not null
    revoked_at timestamp with time zone
    sha256 bytea not null
    valid_until timestamp with time zone not null
    volunteer_id bigint not null
    with_document boolean not null
  CREATE INDEX exchange_passport_by_id ON public.exchange_passport USING btree (passport_id)
  exchange_passport_pkey: PRIMARY KEY (volunteer_id, passport_id)
  exchange_passport_sha256_check: CHECK ((length(sha256) = 32))


table exchange_transfer
    appealed boolean not null default false
    asked_at timestamp with time zone not null
    asked_by bigint not null
    due_on date not null
    ended_at timestamp with time zone
    escalated boolean not null default false
    from_region text not null
    left_at timestamp with time zone
    left_by bigint
    reason text not null default ''::text
    refused_because text
    state text not null
    to_region text not null
    transfer_id bigint not null
    volunteer_id bigint not null
  CREATE INDEX exchange_transfer_waiting ON public.exchange_transfer USING btree (due_on, transfer_id) WHERE (state = ANY (ARRAY['ASKED'::text, 'LEFT'::text, 'APPEALED'::text]))
  CREATE UNIQUE INDEX exchange_transfer_open ON public.exchange_transfer USING btree (volunteer_id) WHERE (state = ANY (ARRAY['ASKED'::text, 'LEFT'::text, 'APPEALED'::text]))
  exchange_transfer_check1: CHECK (((state <> 'REFUSED'::text) OR (refused_because IS NOT NULL)))
  exchange_transfer_check2: CHECK (((state = ANY (ARRAY['DONE'::text, 'REFUSED'::text, 'WITHDRAWN'::text])) = (ended_at IS NOT NULL)))
  exchange_transfer_check: CHECK ((from_region <> to_region))
  exchange_transfer_pkey: PRIMARY KEY (volunteer_id, transfer_id)
  exchange_transfer_state_check: CHECK ((state = ANY (ARRAY['ASKED'::text, 'LEFT'::text, 'APPEALED'::text, 'DONE'::text, 'REFUSED'::text, 'WITHDRAWN'::text])))


table exchange_transfer_step
    actor_account_id bigint not null
    at timestamp with time zone not null
    step_no integer not null
    transfer_id bigint not null
    volunteer_id bigint not null
    what text not null
    why text
  exchange_transfer_step_pkey: PRIMARY KEY (volunteer_id, transfer_id, step_no)
  exchange_transfer_step_what_check: CHECK ((what = ANY (ARRAY['ASKED'::text, 'LEFT'::text, 'LEFT_BY_TIME'::text, 'ESCALATED'::text, 'DONE'::text, 'REFUSED'::text, 'APPEALED'::text, 'WITHDRAWN'::text])))


table honour_list
    answer_until date not null
    columns text[] not null
    list_id bigint not null
    made_at timestamp with time zone not null
    made_by bigint not null
    purpose text not null
    query jsonb not null
    recipient text not null
    region_code text not null
    rule_version integer not null
  CREATE INDEX honour_list_region ON public.honour_list USING btree (region_code, list_id)
  honour_list_columns_check: CHECK ((cardinality(columns) > 0))
  honour_list_pkey: PRIMARY KEY (list_id)
  honour_list_purpose_check: CHECK ((purpose <> ''::text))
  honour_list_recipient_check: CHECK ((recipient <> ''::text))


table honour_list_export
    approved_at timestamp with time zone
    approved_by bigint
    asked_at timestamp with time zone not null
    asked_by bigint not null
    export_id bigint not null
    list_id bigint not null
    needs_second boolean not null
    people bigint[] not null
  CREATE INDEX honour_list_export_list ON public.honour_list_export USING btree (list_id)
  honour_list_export_check1: CHECK (((approved_by IS NULL) OR (approved_by <> asked_by)))
  honour_list_export_check: CHECK (((approved_by IS NULL) = (approved_at IS NULL)))
  honour_list_export_list_id_fkey: FOREIGN KEY (list_id) REFERENCES honour_list(list_id)
  honour_list_export_people_check: CHECK ((cardinality(people) > 0))
  honour_list_export_pkey: PRIMARY KEY (export_id)


table honour_list_person
    answered_at timestamp with time zone
    asked_at timestamp with time zone not null
    credit_minutes integer not null
    list_id bigint not null
    state text not null
    volunteer_id bigint not null
  CREATE INDEX honour_list_person_list ON public.honour_list_person USING btree (list_id)
  honour_list_person_list_id_fkey: FOREIGN KEY (list_id) REFERENCES honour_list(list_id)
  honour_list_person_pkey: PRIMARY KEY (volunteer_id, list_id)
  honour_list_person_state_check: CHECK ((state = ANY (ARRAY['ASKED'::text, 'AGREED'::text, 'DECLINED'::text, 'LAPSED'::text])))


table honour_look_try
    account_id bigint not null
    day date not null
    tries integer not null
  honour_look_try_pkey: PRIMARY KEY (account_id, day)


table honour_nomination
    answered_at timestamp with time zone
    answered_by bigint
    capacity text not null
    commendation_id bigint
    facts jsonb not null
    facts_at timestamp with time zone not null
    nominated_at timestamp with time zone not null
    nomination_id bigint not null
    nominator_account_id bigint not null
    place integer
    round_id bigint not null
    show_name boolean not null default false
    state text not null
    tie_order integer
    tied integer
    total integer
    unasked boolean not null default false
    volunteer_id bigint not null
    why text
  CREATE INDEX honour_nomination_by ON public.honour_nomination USING btree (nominator_account_id)
  CREATE INDEX honour_nomination_of_person ON public.honour_nomination USING btree (volunteer_id)
  CREATE UNIQUE INDEX honour_nominated_once ON public.honour_nomination USING btree (round_id, volunteer_id) WHERE ((state <> 'WITHDRAWN'::text) AND (NOT unasked))
  CREATE UNIQUE INDEX honour_place_once ON public.honour_nomination USING btree (round_id, place) WHERE (place IS NOT NULL)
  honour_nomination_capacity_check: CHECK ((capacity = ANY (ARRAY['TEAM'::text, 'COMMUNITY'::text, 'OFFICE'::text, 'VOLUNTEER'::text, 'SELF'::text])))
  honour_nomination_check: CHECK (((state = 'REMOVED'::text) <= (why IS NOT NULL)))
  honour_nomination_pkey: PRIMARY KEY (nomination_id)
  honour_nomination_round_id_fkey: FOREIGN KEY (round_id) REFERENCES honour_round(round_id)
  honour_nomination_state_check: CHECK ((state = ANY (ARRAY['ASKED'::text, 'AGREED'::text, 'DECLINED'::text, 'WITHDRAWN'::text, 'LAPSED'::text, 'REMOVED'::text])))


table honour_objection
    address_digest bytea
    contact_sealed bytea
    decided_at timestamp with time zone
    decided_by bigint
    found boolean not null default false
    made_at timestamp with time zone not null
    nomination_id bigint
    objection_id bigint not null
    reason text
    receipt text not null
    remove_on date
    reply text
    round_id bigint not null
    state text not null
    told_by bigint
    words text not null
  CREATE INDEX honour_objection_address ON public.honour_objection USING btree (address_digest, made_at) WHERE (address_digest IS NOT NULL)
  CREATE INDEX honour_objection_of_round ON public.honour_objection USING btree (round_id)
  honour_objection_check1: CHECK (((state = ANY (ARRAY['REJECTED'::text, 'UPHELD'::text])) = (decided_at IS NOT NULL)))
  honour_objection_check2: CHECK (((state <> ALL (ARRAY['TOLD'::text, 'ANSWERED'::text])) OR ((remove_on IS NOT NULL) AND (nomination_id IS NOT NULL))))
  honour_objection_check: CHECK (((state = 'OPEN'::text) = (reason IS NULL)))
  honour_objection_nomination_id_fkey: FOREIGN KEY (nomination_id) REFERENCES honour_nomination(nomination_id)
  honour_objection_pkey: PRIMARY KEY (objection_id)
  honour_objection_receipt_key: UNIQUE (receipt)
  honour_objection_round_id_fkey: FOREIGN KEY (round_id) REFERENCES honour_round(round_id)
  honour_objection_state_check: CHECK ((state = ANY (ARRAY['OPEN'::text, 'TOLD'::text, 'ANSWERED'::text, 'REJECTED'::text, 'UPHELD'::text])))
  honour_objection_words_check: CHECK ((words <> ''::text))


table honour_panel
    account_id bigint not null
    round_id bigint not null
    seat integer not null
    volunteer_id bigint not null
  CREATE INDEX honour_panel_of_person ON public.honour_panel USING btree (account_id)
  honour_panel_pkey: PRIMARY KEY (round_id, account_id)
  honour_panel_round_id_fkey: FOREIGN KEY (round_id) REFERENCES honour_round(round_id)
  honour_panel_round_id_seat_key: UNIQUE (round_id, seat)
  honour_panel_seat_check: CHECK (((seat >= 1) AND (seat <= 99)))


table honour_round
    age_from integer not null
    award_level text
    changed_at timestamp with time zone not null
    conflict text not null
    counted_from date not null
    counted_to date not null
    credit_minutes integer not null
    criteria text[] not null
    document_number text
    kind text not null
    late_told_on date
    made_by bigint not null
    name text not null
    nominate_until date not null
    nominators text[] not null
    notice_days integer not null
    notice_until date
    opens_on date not null
    places integer not null
    region_code text not null
    review_until date not null
    round_id bigint not null
    rule_version integer not null
    scores_closed boolean not null default false
    scoring text not null
    state text not null
    words text not null
    year integer not null
  CREATE INDEX honour_round_by_state ON public.honour_round USING btree (state, region_code)
  honour_round_age_from_check: CHECK ((age_from >= 0))
  honour_round_award_level_check: CHECK ((award_level = ANY (ARRAY['COUNTY'::text, 'CITY'::text, 'PROVINCE'::text, 'NATION'::text])))
  honour_round_check1: CHECK ((counted_from <= counted_to))
  honour_round_check2: CHECK (((award_level IS NULL) OR (document_number IS NOT NULL)))
  honour_round_check3: CHECK (((state = ANY (ARRAY['NOTICE'::text, 'PUBLISHED'::text])) <= (notice_until IS NOT NULL)))
  honour_round_check: CHECK (((opens_on <= nominate_until) AND (nominate_until < review_until)))
  honour_round_conflict_check: CHECK ((conflict = ANY (ARRAY['TEAM'::text, 'TEAM_AND_COMMUNITY'::text])))
  honour_round_credit_minutes_check: CHECK ((credit_minutes >= 0))
  honour_round_criteria_check: CHECK (((cardinality(criteria) >= 1) AND (cardinality(criteria) <= 6)))
  honour_round_name_check: CHECK ((name <> ''::text))
  honour_round_nominators_check: CHECK ((cardinality(nominators) > 0))
  honour_round_notice_days_check: CHECK (((notice_days >= 1) AND (notice_days <= 60)))
  honour_round_pkey: PRIMARY KEY (round_id)
  honour_round_places_check: CHECK (((places >= 1) AND (places <= 1000)))
  honour_round_scoring_check: CHECK ((scoring = ANY (ARRAY['POINTS'::text, 'VOTE'::text])))
  honour_round_state_check: CHECK ((state = ANY (ARRAY['DRAFT'::text, 'OPEN'::text, 'REVIEWING'::text, 'NOTICE'::text, 'PUBLISHED'::text, 'CANCELLED'::text])))
  honour_round_year_check: CHECK (((year >= 2000) AND (year <= 2200)))


table honour_score
    account_id bigint not null
    criterion integer not null
    left_out boolean not null default false
    nomination_id bigint not null
    score integer not null
    scored_at timestamp with time zone not null
  honour_score_criterion_check: CHECK (((criterion >= 1) AND (criterion <= 6)))
  honour_score_nomination_id_fkey: FOREIGN KEY (nomination_id) REFERENCES honour_nomination(nomination_id)
  honour_score_pkey: PRIMARY KEY (nomination_id, account_id, criterion)
  honour_score_score_check: CHECK (((score >= 0) AND (score <= 10)))


table honour_shared
    export_id bigint not null
    shared_at timestamp with time zone not null
    shared_by bigint not null
    volunteer_id bigint not null
  CREATE TRIGGER honour_shared_append_only BEFORE DELETE OR UPDATE ON public.honour_shared FOR EACH ROW EXECUTE FUNCTION honour_step_is_append_only()
  honour_shared_export_id_fkey: FOREIGN KEY (export_id) REFERENCES honour_list_export(export_id)
  honour_shared_pkey: PRIMARY KEY (volunteer_id, export_id)


table honour_statement
    doubt text
    doubted_by bigint
    nomination_id bigint not null
    source text
    state text not null
    statement_no integer not null
    words text not null
  honour_statement_check1: CHECK (((state <> 'DOUBTED'::text) OR (doubt IS NOT NULL)))
  honour_statement_check: CHECK (((doubted_by IS NULL) = (doubt IS NULL)))
  honour_statement_nomination_id_fkey: FOREIGN KEY (nomination_id) REFERENCES honour_nomination(nomination_id)
  honour_statement_pkey: PRIMARY KEY (nomination_id, statement_no)
  honour_statement_state_check: CHECK ((state = ANY (ARRAY['SAID'::text, 'DOUBTED'::text, 'WAITING'::text, 'REPLACED'::text, 'TAKEN_BACK'::text])))
  honour_statement_words_check: CHECK ((words <> ''::text))


table honour_step
    actor_account_id bigint not null
    at timestamp with time zone not null
    round_id bigint not null
    step_no integer not null
    what text not null
    why text
  CREATE TRIGGER honour_step_append_only BEFORE DELETE OR UPDATE ON public.honour_step FOR EACH ROW EXECUTE FUNCTION honour_step_is_append_only()
  honour_step_pkey: PRIMARY KEY (round_id, step_no)
  honour_step_round_id_fkey: FOREIGN KEY (round_id) REFERENCES honour_round(round_id)


table honour_tie
    decided_at timestamp with time zone not null
    decided_by bigint not null
    round_id bigint not null
    total integer not null
    why text not null
  honour_tie_pkey: PRIMARY KEY (round_id, total)
  honour_tie_round_id_fkey: FOREIGN KEY (round_id) REFERENCES honour_round(round_id)
  honour_tie_why_check: CHECK ((why <> ''::text))


table ledger_account
    account_id bigint not null
    balance bigint not null default 0
    book text not null
    entries bigint not null default 0
    held bigint not null default 0
    lower_limit bigint
    opened_at timestamp with time zone not null
    owner_id text not null
    owner_kind text not null
  CREATE CONSTRAINT TRIGGER ledger_account_is_its_entries AFTER INSERT OR UPDATE ON public.ledger_account DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_account_is_its_entries()
  CREATE INDEX ledger_account_of_owner ON public.ledger_account USING btree (owner_kind, owner_id)
  ledger_account_account_id_book_key: UNIQUE (account_id, book)
  ledger_account_book_fkey: FOREIGN KEY (book) REFERENCES ledger_book(book)
  ledger_account_book_owner_kind_owner_id_key: UNIQUE (book, owner_kind, owner_id)
  ledger_account_entries_check: CHECK ((entries >= 0))
  ledger_account_held_check: CHECK ((held >= 0))
  ledger_account_limit: CHECK (((balance - held) >= lower_limit))
  ledger_account_lower_limit_check: CHECK ((lower_limit <= 0))
  ledger_account_pkey: PRIMARY KEY (account_id)


table ledger_book
    book text not null
    opened_at timestamp with time zone not null
  ledger_book_book_check: CHECK ((book ~ '^[a-z][a-z0-9-]{0,39}$'::text))
  ledger_book_pkey: PRIMARY KEY (book)


table ledger_command
    at timestamp with time zone not null
    book text not null
    content bytea not null
    key text not null
    outcome_id bigint not null
  CREATE TRIGGER ledger_command_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.ledger_command FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only()
  ledger_command_book_fkey: FOREIGN KEY (book) REFERENCES ledger_book(book)
  ledger_command_content_check: CHECK ((length(content) = 32))
  ledger_command_key_check: CHECK (((length(key) >= 1) AND (length(key) <= 200)))
  ledger_command_pkey: PRIMARY KEY (book, key)


table ledger_entry
    account_id bigint not null
    amount bigint not null
    balance bigint not null
    book text not null
    entry_no bigint not null
    last_day date
    leg_no integer not null
    legs integer not null
    transfer_id bigint not null
  CREATE CONSTRAINT TRIGGER ledger_entry_is_in_the_balance AFTER INSERT ON public.ledger_entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_account_is_its_entries()
  CREATE TRIGGER ledger_entry_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.ledger_entry FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only()
  CREATE TRIGGER ledger_entry_goes_on BEFORE INSERT ON public.ledger_entry FOR EACH ROW EXECUTE FUNCTION ledger_entry_goes_on()
  ledger_entry_account_id_book_fkey: FOREIGN KEY (account_id, book) REFERENCES ledger_account(account_id, book)
  ledger_entry_amount_check: CHECK ((amount <> 0))
  ledger_entry_check1: CHECK (((last_day IS NULL) OR (amount > 0)))
  ledger_entry_check: CHECK (((leg_no >= 1) AND (leg_no <= legs)))
  ledger_entry_entry_no_check: CHECK ((entry_no >= 1))
  ledger_entry_pkey: PRIMARY KEY (account_id, entry_no)
  ledger_entry_transfer_id_book_legs_fkey: FOREIGN KEY (transfer_id, book, legs) REFERENCES ledger_transfer(transfer_id, book, legs)
  ledger_entry_transfer_id_leg_no_key: UNIQUE (transfer_id, leg_no)


table ledger_hold
    account_id bigint not null
    amount bigint not null
    book text not null
    captured bigint not null default 0
    ended_at timestamp with time zone
    hold_id bigint not null
    last_day date not null
    made_at timestamp with time zone not null
    memo text not null
    state text not null
  CREATE INDEX ledger_hold_due ON public.ledger_hold USING btree (last_day, hold_id) WHERE (state = 'OPEN'::text)
  CREATE INDEX ledger_hold_open ON public.ledger_hold USING btree (account_id) WHERE (state = 'OPEN'::text)
  CREATE TRIGGER ledger_hold_ends_once BEFORE UPDATE ON public.ledger_hold FOR EACH ROW EXECUTE FUNCTION ledger_hold_ends_once()
  ledger_hold_account_id_book_fkey: FOREIGN KEY (account_id, book) REFERENCES ledger_account(account_id, book)
  ledger_hold_amount_check: CHECK ((amount > 0))
  ledger_hold_check1: CHECK (((state = 'CAPTURED'::text) = (captured = amount)))
  ledger_hold_check2: CHECK (((state = 'OPEN'::text) = (ended_at IS NULL)))
  ledger_hold_check: CHECK (((captured >= 0) AND (captured <= amount)))
  ledger_hold_pkey: PRIMARY KEY (hold_id)
  ledger_hold_state_check: CHECK ((state = ANY (ARRAY['OPEN'::text, 'CAPTURED'::text, 'RELEASED'::text, 'EXPIRED'::text])))


table ledger_hold_lot
    amount bigint not null
    hold_id bigint not null
    lot_id bigint not null
  CREATE INDEX ledger_hold_lot_of_lot ON public.ledger_hold_lot USING btree (lot_id) WHERE (amount > 0)
  ledger_hold_lot_amount_check: CHECK ((amount >= 0))
  ledger_hold_lot_hold_id_fkey: FOREIGN KEY (hold_id) REFERENCES ledger_hold(hold_id)
  ledger_hold_lot_lot_id_fkey: FOREIGN KEY (lot_id) REFERENCES ledger_lot(lot_id)
  ledger_hold_lot_pkey: PRIMARY KEY (hold_id, lot_id)


table ledger_lot
    account_id bigint not null
    amount bigint not null
    held bigint not null default 0
    last_day date not null
    lot_id bigint not null
    remaining bigint not null
  CREATE INDEX ledger_lot_due ON public.ledger_lot USING btree (last_day, lot_id) WHERE (remaining > held)
  CREATE INDEX ledger_lot_open ON public.ledger_lot USING btree (account_id, last_day, lot_id) WHERE (remaining > 0)
  ledger_lot_account_id_fkey: FOREIGN KEY (account_id) REFERENCES ledger_account(account_id)
  ledger_lot_amount_check: CHECK ((amount > 0))
  ledger_lot_check1: CHECK ((remaining <= amount))
  ledger_lot_check: CHECK (((held >= 0) AND (held <= remaining)))
  ledger_lot_pkey: PRIMARY KEY (lot_id)


table ledger_lot_entry
    amount bigint not null
    lot_id bigint not null
    transfer_id bigint not null
  CREATE INDEX ledger_lot_entry_of_transfer ON public.ledger_lot_entry USING btree (transfer_id)
  CREATE TRIGGER ledger_lot_entry_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.ledger_lot_entry FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only()
  ledger_lot_entry_amount_check: CHECK ((amount <> 0))
  ledger_lot_entry_lot_id_fkey: FOREIGN KEY (lot_id) REFERENCES ledger_lot(lot_id)
  ledger_lot_entry_pkey: PRIMARY KEY (lot_id, transfer_id)
  ledger_lot_entry_transfer_id_fkey: FOREIGN KEY (transfer_id) REFERENCES ledger_transfer(transfer_id)


table ledger_transfer
    at timestamp with time zone not null
    book text not null
    hold_id bigint
    kind text not null
    legs integer not null
    memo text not null
    reverses bigint
    transfer_id bigint not null
  CREATE CONSTRAINT TRIGGER ledger_transfer_sums_to_zero AFTER INSERT ON public.ledger_transfer DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_transfer_sums_to_zero()
  CREATE INDEX ledger_transfer_of_hold ON public.ledger_transfer USING btree (hold_id) WHERE (hold_id IS NOT NULL)
  CREATE TRIGGER ledger_transfer_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.ledger_transfer FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only()
  ledger_transfer_book_fkey: FOREIGN KEY (book) REFERENCES ledger_book(book)
  ledger_transfer_check1: CHECK (((kind = 'CAPTURE'::text) = (hold_id IS NOT NULL)))
  ledger_transfer_check: CHECK (((kind = 'REVERSAL'::text) = (reverses IS NOT NULL)))
  ledger_transfer_hold_id_fkey: FOREIGN KEY (hold_id) REFERENCES ledger_hold(hold_id)
  ledger_transfer_kind_check: CHECK ((kind = ANY (ARRAY['TRANSFER'::text, 'CAPTURE'::text, 'REVERSAL'::text, 'EXPIRY'::text])))
  ledger_transfer_legs_check: CHECK ((legs >= 2))
  ledger_transfer_pkey: PRIMARY KEY (transfer_id)
  ledger_transfer_reverses_fkey: FOREIGN KEY (reverses) REFERENCES ledger_transfer(transfer_id)
  ledger_transfer_reverses_key: UNIQUE (reverses)
  ledger_transfer_transfer_id_book_legs_key: UNIQUE (transfer_id, book, legs)


table letter_receipt
    activity_id bigint not null
    receipt bytea not null
    word_id bigint not null
  letter_receipt_pkey: PRIMARY KEY (receipt)


table letter_sent
    rule_version integer not null
    sent_at timestamp with time zone not null
    volunteer_id bigint not null
    year integer not null
  letter_sent_pkey: PRIMARY KEY (volunteer_id, year)


table letter_try
    day date not null
    tries integer not null
    what bytea not null
  letter_try_pkey: PRIMARY KEY (what, day)


table letter_unwanted
    since timestamp with time zone not null
    volunteer_id bigint not null
  letter_unwanted_pkey: PRIMARY KEY (volunteer_id)


table letter_word
    activity_id bigint not null
    decided_at timestamp with time zone
    decided_by bigint
    entered_by bigint
    first_name text
    may_hang boolean not null
    organization_ancestors bigint[] not null
    organization_id bigint not null
    origin text not null
    reason text
    region_code text not null
    state text not null
    word_id bigint not null
    words text
    written_at timestamp with time zone not null
  CREATE INDEX letter_word_waiting ON public.letter_word USING gin (organization_ancestors) WHERE (state = 'WAITING'::text)
  letter_word_check1: CHECK (((words IS NOT NULL) OR (first_name IS NULL)))
  letter_word_check2: CHECK (((origin = 'TOLD'::text) = (entered_by IS NOT NULL)))
  letter_word_check3: CHECK (((state <> 'REFUSED'::text) OR (reason IS NOT NULL)))
  letter_word_check4: CHECK (((state <> ALL (ARRAY['DELIVERED'::text, 'REFUSED'::text])) OR (decided_by IS NOT NULL)))
  letter_word_check5: CHECK ((decided_by <> entered_by))
  letter_word_check: CHECK (((state = 'WITHDRAWN'::text) = (words IS NULL)))
  letter_word_first_name_check: CHECK (((char_length(first_name) >= 1) AND (char_length(first_name) <= 20)))
  letter_word_origin_check: CHECK ((origin = ANY (ARRAY['WRITTEN'::text, 'TOLD'::text])))
  letter_word_pkey: PRIMARY KEY (activity_id, word_id)
  letter_word_reason_check: CHECK ((reason = ANY (ARRAY['ABUSE'::text, 'PERSONAL'::text, 'ADVERTISING'::text, 'NOT_ABOUT'::text])))
  letter_word_state_check: CHECK ((state = ANY (ARRAY['WAITING'::text, 'DELIVERED'::text, 'REFUSED'::text, 'WITHDRAWN'::text])))
  letter_word_words_check: CHECK (((char_length(words) >= 1) AND (char_length(words) <= 200)))


table notification_inbox
    account_id bigint not null
    args text[] not null
    at timestamp with time zone not null
    id bigint not null
    key text not null
    link text not null
    read_at timestamp with time zone
    urgent boolean not null
  CREATE INDEX notification_inbox_unread ON public.notification_inbox USING btree (account_id) WHERE (read_at IS NULL)
  notification_inbox_link_check: CHECK ((link ~ '^/([^/\\]|$)'::text))
  notification_inbox_pkey: PRIMARY KEY (account_id, id)


table notification_preference
    account_id bigint not null
    kind text not null
    sms boolean not null
  notification_preference_pkey: PRIMARY KEY (account_id, kind)


table notification_sms
    account_id bigint
    attempts integer not null default 0
    done_at timestamp with time zone
    id bigint not null
    key text not null
    next_at timestamp with time zone not null
    number_digest bytea not null
    queued_at timestamp with time zone not null
    sealed_args bytea
    sealed_number bytea not null
    state text not null default 'queued'::text
  CREATE INDEX notification_sms_due ON public.notification_sms USING btree (next_at) WHERE (state = 'queued'::text)
  CREATE INDEX notification_sms_number ON public.notification_sms USING btree (number_digest, id)
  CREATE INDEX notification_sms_queued ON public.notification_sms USING btree (queued_at)
  notification_sms_check1: CHECK (((state <> 'queued'::text) OR (sealed_args IS NOT NULL)))
  notification_sms_check: CHECK (((state = 'queued'::text) OR (done_at IS NOT NULL)))
  notification_sms_pkey: PRIMARY KEY (id)
  notification_sms_state_check: CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'failed'::text])))


table notification_sms_attempt
    at timestamp with time zone not null
    attempt integer not null
    detail text not null
    outcome text not null
    sms_id bigint not null
  notification_sms_attempt_outcome_check: CHECK ((outcome = ANY (ARRAY['sent'::text, 'retry'::text, 'refused'::text])))
  notification_sms_attempt_pkey: PRIMARY KEY (sms_id, attempt)
  notification_sms_attempt_sms_id_fkey: FOREIGN KEY (sms_id) REFERENCES notification_sms(id) ON DELETE CASCADE


table objection_case
    about text not null
    activity_id bigint
    alarm_on date not null
    alarmed_at timestamp with time zone
    announced_by bigint
    announced_from timestamp with time zone
    announced_to timestamp with time zone
    announced_why text
    answered_by bigint
    carry_out_at timestamp with time zone
    complaint text not null
    contact_sealed bytea
    contested boolean not null default false
    day date
    decided_in text
    document_digest bytea
    document_seen boolean not null default false
    due_on date not null
    escalate_until date
    id bigint not null
    kind text not null
    late_at timestamp with time zone
    opened_at timestamp with time zone not null
    opened_by bigint not null
    organization_ancestors bigint[] not null
    organization_id bigint
    outcome text
    receipt_digest bytea
    record_id bigint
    region_code text not null
    remind_on date not null
    reminded_at timestamp with time zone
    state text not null
    told boolean not null
    volunteer_id bigint
    wished_from timestamp with time zone
    wished_to timestamp with time zone
    with_office boolean not null
    words text not null
  CREATE INDEX objection_case_announced_due ON public.objection_case USING btree (carry_out_at) WHERE (state = 'ANNOUNCED'::text)
  CREATE INDEX objection_case_of_organization ON public.objection_case USING btree (organization_id)
  CREATE INDEX objection_case_of_volunteer ON public.objection_case USING btree (volunteer_id, opened_at)
  CREATE INDEX objection_case_waiting ON public.objection_case USING btree (due_on) WHERE (state = ANY (ARRAY['OPEN'::text, 'ESCALATED'::text, 'ANNOUNCED'::text]))
  CREATE UNIQUE INDEX objection_one_about_a_document ON public.objection_case USING btree (document_digest) WHERE ((kind = 'NOT_ME'::text) AND (state = ANY (ARRAY['OPEN'::text, 'ESCALATED'::text, 'ANNOUNCED'::text])))
  CREATE UNIQUE INDEX objection_one_about_a_record ON public.objection_case USING btree (volunteer_id, record_id) WHERE ((kind = 'OBJECTION'::text) AND (state = ANY (ARRAY['OPEN'::text, 'ESCALATED'::text, 'ANNOUNCED'::text])))
  objection_case_announced: CHECK (((state = 'ANNOUNCED'::text) = (carry_out_at IS NOT NULL)))
  objection_case_announced_why: CHECK (((carry_out_at IS NULL) OR ((announced_why IS NOT NULL) AND (announced_by IS NOT NULL))))
  objection_case_check1: CHECK ((wished_to > wished_from))
  objection_case_check2: CHECK (((record_id IS NULL) OR (volunteer_id IS NOT NULL)))
  objection_case_check4: CHECK (((state <> 'ANSWERED'::text) OR ((kind = 'OBJECTION'::text) AND (NOT with_office))))
  objection_case_check6: CHECK (((kind = 'OBJECTION'::text) OR with_office))
  objection_case_check7: CHECK ((with_office OR (organization_id IS NOT NULL)))
  objection_case_check8: CHECK (((kind = 'NOT_ME'::text) = (document_digest IS NOT NULL)))
  objection_case_check: CHECK (((wished_from IS NULL) = (wished_to IS NULL)))
  objection_case_kind_check: CHECK ((kind = ANY (ARRAY['OBJECTION'::text, 'REPORT'::text, 'NOT_ME'::text])))
  objection_case_office_decides: CHECK (((state <> ALL (ARRAY['ESCALATED'::text, 'ANNOUNCED'::text])) OR with_office))
  objection_case_outcome_check: CHECK ((outcome = ANY (ARRAY['KEPT'::text, 'CORRECTED'::text, 'VOID'::text, 'ADDED'::text, 'UPHELD'::text])))
  objection_case_outcome_known: CHECK (((state = ANY (ARRAY['ANSWERED'::text, 'ANNOUNCED'::text, 'DECIDED'::text])) = (outcome IS NOT NULL)))
  objection_case_pkey: PRIMARY KEY (id)
  objection_case_receipt_digest_key: UNIQUE (receipt_digest)
  objection_case_state_check: CHECK ((state = ANY (ARRAY['OPEN'::text, 'ANSWERED'::text, 'ESCALATED'::text, 'ANNOUNCED'::text, 'DECIDED'::text])))


table objection_record
    case_id bigint not null
    frozen boolean not null
    record_id bigint not null
    volunteer_id bigint not null
  CREATE INDEX objection_record_of_case ON public.objection_record USING btree (case_id)
  objection_record_pkey: PRIMARY KEY (volunteer_id, record_id, case_id)


table objection_step
    actor_account_id bigint not null
    at timestamp with time zone not null
    case_id bigint not null
    evidence text
    outcome text
    rule_key text
    rule_version integer
    served_from timestamp with time zone
    served_to timestamp with time zone
    side text not null
    step_no integer not null
    what text not null
    words text
  CREATE TRIGGER objection_step_append_only BEFORE DELETE OR UPDATE ON public.objection_step FOR EACH ROW EXECUTE FUNCTION objection_is_append_only()
  objection_step_pkey: PRIMARY KEY (case_id, step_no)
  objection_step_served: CHECK (((served_from IS NULL) = (served_to IS NULL)))


table objection_try
    day date not null
    key_digest bytea not null
    tries integer not null
  objection_try_pkey: PRIMARY KEY (key_digest, day)


table organization
    ancestors bigint[] not null
    applicant_account_id bigint not null
    categories text[] not null
    changed_at timestamp with time zone not null
    contact_name text not null
    contact_phone bytea not null
    contact_public boolean not null
    created_at timestamp with time zone not null
    credit_code text
    filed_until date
    filed_with text
    founded_on date
    id bigint not null
    introduction text not null
    join_policy smallint not null
    kinds text[] not null
    legal_form text
    name text not null
    party_branch text
    party_organization boolean not null
    pass_code text
    planned_size integer
    region_code text not null
    renewal_asked_at timestamp with time zone
    search_grams text[] not null
    search_text text not null
    state text not null
    team_type text not null
    unit_id bigint
    unit_kind text
  CREATE INDEX organization_ancestors ON public.organization USING gin (ancestors)
  CREATE INDEX organization_applicant ON public.organization USING btree (applicant_account_id)
  CREATE INDEX organization_filing_end ON public.organization USING btree (filed_until) WHERE ((team_type = '1'::text) AND (state = 'ACTIVE'::text))
  CREATE INDEX organization_region ON public.organization USING btree (region_code text_pattern_ops)
  CREATE INDEX organization_search ON public.organization USING gin (search_grams)
  CREATE INDEX organization_unit_teams ON public.organization USING btree (unit_id)
  CREATE INDEX organization_waiting ON public.organization USING btree (changed_at) WHERE ((state = 'WAITING'::text) OR (renewal_asked_at IS NOT NULL))
  CREATE UNIQUE INDEX organization_credit_code ON public.organization USING btree (credit_code) WHERE (state <> 'WITHDRAWN'::text)
  CREATE UNIQUE INDEX organization_name ON public.organization USING btree (region_code, name) WHERE (state <> 'WITHDRAWN'::text)
  organization_branch: CHECK ((party_organization OR (party_branch IS NULL)))
  organization_categories: CHECK (((cardinality(categories) >= 1) AND (cardinality(categories) <= 4)))
  organization_credit_code_check: CHECK ((credit_code ~ '^[0-9A-HJ-NP-RTUWXY]{18}$'::text))
  organization_filed: CHECK (((team_type = '1'::text) = (filed_with IS NOT NULL)))
  organization_filed_until: CHECK (((team_type <> '1'::text) OR (state <> ALL (ARRAY['ACTIVE'::text, 'EXPIRED'::text])) OR (filed_until IS NOT NULL)))
  organization_filed_with_check: CHECK ((filed_with = ANY (ARRAY['COMMUNITY'::text, 'UNIT'::text])))
  organization_itself: CHECK ((ancestors @> ARRAY[id]))
  organization_join_policy_check: CHECK (((join_policy >= 1) AND (join_policy <= 4)))
  organization_name_check: CHECK ((btrim(name) <> ''::text))
  organization_pass_code: CHECK (((join_policy = 4) = (pass_code IS NOT NULL)))
  organization_pass_code_check: CHECK (((char_length(pass_code) >= 1) AND (char_length(pass_code) <= 6)))
  organization_pkey: PRIMARY KEY (id)
  organization_planned_size_check: CHECK ((planned_size > 0))
  organization_region_code_check: CHECK ((region_code ~ '^[0-9]{2,18}$'::text))
  organization_state_check: CHECK ((state = ANY (ARRAY['WAITING'::text, 'RETURNED'::text, 'WITHDRAWN'::text, 'ACTIVE'::text, 'EXPIRED'::text, 'STOPPED'::text])))
  organization_unit_id_fkey: FOREIGN KEY (unit_id) REFERENCES organization_unit(id)


table organization_decision
    account_id bigint not null
    at timestamp with time zone not null
    id bigint not null
    kind text not null
    organization_id bigint not null
    reason text
  CREATE TRIGGER organization_decision_kept BEFORE DELETE OR UPDATE ON public.organization_decision FOR EACH ROW EXECUTE FUNCTION organization_refuse_change()
  organization_decision_kind_check: CHECK ((kind = ANY (ARRAY['APPLIED'::text, 'CORRECTED'::text, 'WITHDRAWN'::text, 'APPROVED'::text, 'RETURNED'::text, 'STOPPED'::text, 'RESTARTED'::text, 'RENEWAL_ASKED'::text, 'RENEWED'::text, 'RENEWAL_REFUSED'::text, 'EXPIRED'::text, 'PLACED'::text])))
  organization_decision_organization_id_fkey: FOREIGN KEY (organization_id) REFERENCES organization(id)
  organization_decision_pkey: PRIMARY KEY (organization_id, id)


table organization_filing
    account_id bigint not null
    area_code text not null
    at timestamp with time zone not null
    id bigint not null
    organization_id bigint not null
    unit_id bigint
    valid_from date not null
    valid_to date not null
    warned_days integer
  organization_filing_area_code_check: CHECK ((area_code ~ '^[0-9]{2,18}$'::text))
  organization_filing_check: CHECK ((valid_from <= valid_to))
  organization_filing_once: EXCLUDE USING gist (organization_id WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&) WHERE ((NOT isempty(daterange(valid_from, valid_to, '[]'::text))))
  organization_filing_organization_id_fkey: FOREIGN KEY (organization_id) REFERENCES organization(id)
  organization_filing_pkey: PRIMARY KEY (organization_id, id)
  organization_filing_unit_id_fkey: FOREIGN KEY (unit_id) REFERENCES organization_unit(id)


table organization_honesty
    accepted_at timestamp with time zone not null
    account_id bigint not null
    version integer not null
  CREATE TRIGGER organization_honesty_kept BEFORE DELETE OR UPDATE ON public.organization_honesty FOR EACH ROW EXECUTE FUNCTION organization_refuse_change()
  organization_honesty_pkey: PRIMARY KEY (account_id, version)


table organization_member
    account_id bigint not null
    asked_at timestamp with time zone not null
    decided_by bigint
    ended_at timestamp with time zone
    how text not null
    id bigint not null
    joined_at timestamp with time zone
    message text
    organization_id bigint not null
    reason text
    state text not null
  CREATE INDEX organization_members ON public.organization_member USING btree (organization_id, state)
  CREATE UNIQUE INDEX organization_member_live ON public.organization_member USING btree (account_id, organization_id) WHERE (state = ANY (ARRAY['ASKED'::text, 'INVITED'::text, 'MEMBER'::text]))
  organization_member_how_check: CHECK ((how = ANY (ARRAY['FOUNDED'::text, 'REVIEWED'::text, 'DIRECT'::text, 'PASS_CODE'::text, 'INVITED'::text])))
  organization_member_organization_id_fkey: FOREIGN KEY (organization_id) REFERENCES organization(id)
  organization_member_pkey: PRIMARY KEY (account_id, id)
  organization_member_state_check: CHECK ((state = ANY (ARRAY['ASKED'::text, 'INVITED'::text, 'MEMBER'::text, 'REFUSED'::text, 'DECLINED'::text, 'LEFT'::text, 'REMOVED'::text])))


table organization_parent
    child_id bigint not null
    parent_id bigint not null
    since timestamp with time zone not null
    tree text not null
  CREATE INDEX organization_children ON public.organization_parent USING btree (parent_id)
  organization_parent_check: CHECK ((child_id <> parent_id))
  organization_parent_child_id_fkey: FOREIGN KEY (child_id) REFERENCES organization(id)
  organization_parent_parent_id_fkey: FOREIGN KEY (parent_id) REFERENCES organization(id)
  organization_parent_pkey: PRIMARY KEY (child_id, tree)
  organization_parent_tree_check: CHECK ((tree = ANY (ARRAY['LINE'::text, 'AREA'::text])))


table organization_pass_try
    account_id bigint not null
    day date not null
    organization_id bigint not null
    tries integer not null
  organization_pass_try_organization_id_fkey: FOREIGN KEY (organization_id) REFERENCES organization(id)
  organization_pass_try_pkey: PRIMARY KEY (account_id, organization_id, day)


table organization_post
    account_id bigint not null
    begun_at timestamp with time zone
    chosen_on date not null
    end_reason text
    ended_at timestamp with time zone
    ended_by bigint
    given_at timestamp with time zone not null
    given_by bigint not null
    how text not null
    id bigint not null
    organization_id bigint not null
    post text not null
    record text
  CREATE INDEX organization_post_holder ON public.organization_post USING btree (account_id) WHERE (ended_at IS NULL)
  CREATE UNIQUE INDEX organization_captain ON public.organization_post USING btree (organization_id) WHERE ((post = 'CAPTAIN'::text) AND (begun_at IS NOT NULL) AND (ended_at IS NULL))
  CREATE UNIQUE INDEX organization_post_live ON public.organization_post USING btree (organization_id, post, account_id) WHERE (ended_at IS NULL)
  organization_post_how_check: CHECK ((how = ANY (ARRAY['FOUNDED'::text, 'ELECTED'::text, 'APPOINTED'::text])))
  organization_post_organization_id_fkey: FOREIGN KEY (organization_id) REFERENCES organization(id)
  organization_post_pkey: PRIMARY KEY (organization_id, id)
  organization_post_post_check: CHECK ((post = ANY (ARRAY['ADMINISTRATOR'::text, 'CAPTAIN'::text, 'LIAISON'::text])))


table organization_unit
    created_at timestamp with time zone not null
    created_by bigint not null
    credit_code text
    id bigint not null
    kind text not null
    name text not null
    region_code text not null
  organization_unit_credit_code_check: CHECK ((credit_code ~ '^[0-9A-HJ-NP-RTUWXY]{18}$'::text))
  organization_unit_credit_code_key: UNIQUE (credit_code)
  organization_unit_name_check: CHECK ((btrim(name) <> ''::text))
  organization_unit_pkey: PRIMARY KEY (id)
  organization_unit_region_code_check: CHECK ((region_code ~ '^[0-9]{2,18}$'::text))
  organization_unit_region_code_name_key: UNIQUE (region_code, name)


table paper_import
    activity_id bigint
    decided_at timestamp with time zone
    decided_by bigint
    decided_why text
    file_format text not null
    file_hash bytea not null
    file_name text not null
    finished_at timestamp with time zone
    held integer not null default 0
    id bigint not null
    kind text not null
    known integer not null default 0
    lines integer not null default 0
    made_at timestamp with time zone not null
    made_by bigint not null
    minutes bigint not null default 0
    next_line integer not null default 0
    organization_ancestors bigint[] not null
    organization_id bigint not null
    refused integer not null default 0
    region_code text not null
    state text not null
    taken integer not null default 0
  CREATE INDEX paper_import_of_organization ON public.paper_import USING gin (organization_ancestors)
  CREATE INDEX paper_import_to_run ON public.paper_import USING btree (decided_at) WHERE (state = 'RUNNING'::text)
  CREATE UNIQUE INDEX paper_import_one_open ON public.paper_import USING btree (activity_id, made_by) WHERE (state = 'OPEN'::text)
  paper_import_check1: CHECK (((state = ANY (ARRAY['OPEN'::text, 'WAITING'::text, 'WITHDRAWN'::text])) OR (decided_by IS NOT NULL)))
  paper_import_check2: CHECK (((decided_by <> made_by) OR (state = 'WITHDRAWN'::text)))
  paper_import_check3: CHECK (((((taken + known) + refused) <= lines) AND (held <= taken)))
  paper_import_check: CHECK (((kind = 'FILE'::text) OR (activity_id IS NOT NULL)))
  paper_import_file_format_check: CHECK ((file_format = ANY (ARRAY['XLSX'::text, 'CSV'::text])))
  paper_import_kind_check: CHECK ((kind = ANY (ARRAY['FILE'::text, 'SHEET'::text])))
  paper_import_pkey: PRIMARY KEY (id)
  paper_import_state_check: CHECK ((state = ANY (ARRAY['OPEN'::text, 'WAITING'::text, 'RUNNING'::text, 'DONE'::text, 'TURNED_DOWN'::text, 'WITHDRAWN'::text])))


table paper_line
    activity_id bigint
    activity_text text not null
    came_at timestamp with time zone
    came_text text not null
    day_text text not null
    document_sealed bytea
    import_id bigint not null
    left_at timestamp with time zone
    left_text text not null
    line_no integer not null
    name text not null
    number text not null
    problem text
    problem_args text[]
    state text not null
    title text not null
    volunteer_id bigint
  CREATE INDEX paper_line_refused ON public.paper_line USING btree (import_id, line_no) WHERE (state = 'REFUSED'::text)
  paper_line_check1: CHECK (((state = 'REFUSED'::text) OR ((activity_id IS NOT NULL) AND (volunteer_id IS NOT NULL) AND (left_at > came_at))))
  paper_line_check: CHECK (((state = 'REFUSED'::text) = (problem IS NOT NULL)))
  paper_line_pkey: PRIMARY KEY (import_id, line_no)
  paper_line_state_check: CHECK ((state = ANY (ARRAY['READY'::text, 'KNOWN'::text, 'REFUSED'::text])))


table paper_miss
    account_id bigint not null
    day date not null
    misses integer not null
  paper_miss_pkey: PRIMARY KEY (account_id, day)


table paper_scan
    added_at timestamp with time zone not null
    added_by bigint not null
    delete_on date not null
    file_sealed bytea not null
    format text not null
    import_id bigint not null
    sha256 text
    size_bytes integer not null
  CREATE INDEX paper_scan_due ON public.paper_scan USING btree (delete_on)
  paper_scan_format_check: CHECK ((format = ANY (ARRAY['jpeg'::text, 'pdf'::text])))
  paper_scan_import_id_fkey: FOREIGN KEY (import_id) REFERENCES paper_import(id)
  paper_scan_pkey: PRIMARY KEY (import_id)


table paper_scan_look
    account_id bigint not null
    import_id bigint not null
    looked_at timestamp with time zone not null
    sha256 text not null
  paper_scan_look_import_id_fkey: FOREIGN KEY (import_id) REFERENCES paper_import(id)
  paper_scan_look_pkey: PRIMARY KEY (import_id, account_id, sha256)


table points_due
    activity_id bigint
    due_id bigint not null
    record_id bigint
    volunteer_id bigint not null
  CREATE INDEX points_due_of_person ON public.points_due USING btree (volunteer_id, due_id)
  points_due_about: CHECK ((num_nonnulls(record_id, activity_id) <= 1))
  points_due_pkey: PRIMARY KEY (due_id)


table points_first
    after_volunteer bigint not null
    began_at timestamp with time zone not null
    is_one boolean not null default true
  points_first_is_one_check: CHECK (is_one)
  points_first_pkey: PRIMARY KEY (is_one)


table points_holder
    account_id bigint not null
    owed_account_id bigint not null
    volunteer_id bigint not null
  points_holder_pkey: PRIMARY KEY (volunteer_id)


table points_line
    amount bigint not null
    basis text
    formula_version integer not null
    last_day date
    line_no integer not null
    owed bigint not null default 0
    part text not null
    percent integer
    posted_at timestamp with time zone not null
    record_id bigint not null
    taken_back_at timestamp with time zone
    taken_back_by bigint
    transfer_id bigint not null
    volunteer_id bigint not null
    why text
  CREATE INDEX points_line_of_transfer ON public.points_line USING btree (volunteer_id, transfer_id)
  CREATE INDEX points_line_taken_back_by ON public.points_line USING btree (volunteer_id, taken_back_by) WHERE (taken_back_by IS NOT NULL)
  CREATE UNIQUE INDEX points_line_stands ON public.points_line USING btree (volunteer_id, record_id, part) WHERE (taken_back_at IS NULL)
  points_line_amount_check: CHECK ((amount > 0))
  points_line_check1: CHECK (((taken_back_by IS NULL) OR (taken_back_at IS NOT NULL)))
  points_line_check2: CHECK (((owed >= 0) AND (owed <= amount)))
  points_line_check: CHECK (((taken_back_at IS NULL) = (why IS NULL)))
  points_line_line_no_check: CHECK ((line_no >= 1))
  points_line_part_check: CHECK ((part = ANY (ARRAY['TIME'::text, 'ATTITUDE'::text, 'QUALITY'::text])))
  points_line_pkey: PRIMARY KEY (volunteer_id, record_id, part, line_no)
  points_line_volunteer_id_record_id_fkey: FOREIGN KEY (volunteer_id, record_id) REFERENCES points_record(volunteer_id, record_id)


table points_mark
    is_one boolean not null default true
    shown_until timestamp with time zone not null
  points_mark_is_one_check: CHECK (is_one)
  points_mark_pkey: PRIMARY KEY (is_one)


table points_record
    activity_id bigint not null
    category text not null
    counts boolean not null
    counts_since date not null
    day_points bigint not null
    formula_version integer not null
    full_points bigint not null
    grade text
    quality text
    record_id bigint not null
    service_date date not null
    service_minutes integer not null
    time_kind text not null
    title text not null
    volunteer_id bigint not null
  CREATE INDEX points_record_of_activity ON public.points_record USING btree (volunteer_id, activity_id)
  CREATE INDEX points_record_of_day ON public.points_record USING btree (volunteer_id, service_date)
  points_record_check: CHECK (((day_points >= 0) AND (day_points <= full_points)))
  points_record_full_points_check: CHECK ((full_points >= 0))
  points_record_pkey: PRIMARY KEY (volunteer_id, record_id)


table record_activity_total
    activity_id bigint not null
    category text not null
    credit_minutes bigint not null
    honour_minutes bigint not null
    organization_ancestors bigint[] not null
    organization_id bigint not null
    records bigint not null
    region_code text not null
    service_date date not null
    waiting_minutes bigint not null
  CREATE INDEX record_activity_total_day ON public.record_activity_total USING btree (service_date) INCLUDE (credit_minutes, honour_minutes, waiting_minutes)
  CREATE INDEX record_activity_total_organization ON public.record_activity_total USING gin (organization_ancestors)
  CREATE INDEX record_activity_total_region ON public.record_activity_total USING btree (region_code text_pattern_ops, service_date)
  record_activity_total_pkey: PRIMARY KEY (activity_id, service_date, category, region_code, organization_id)


table record_clock
    activity_id bigint not null
    alarm_on date not null
    alarmed_at timestamp with time zone
    cancelled boolean not null default false
    due_on date not null
    ended_on date not null
    ends_at timestamp with time zone not null
    organization_ancestors bigint[] not null
    organization_id bigint not null
    overdue_at timestamp with time zone
    region_code text not null
    remind_on date not null
    reminded_at timestamp with time zone
    settled_at timestamp with time zone
    title text not null
  CREATE INDEX record_clock_open ON public.record_clock USING btree (due_on) WHERE ((settled_at IS NULL) AND (NOT cancelled))
  CREATE INDEX record_clock_organization ON public.record_clock USING btree (organization_id, ended_on)
  record_clock_pkey: PRIMARY KEY (activity_id)


table record_current
    activity_id bigint not null
    category text not null
    counts_on timestamp with time zone
    hold text
    live_span tstzrange
    organization_ancestors bigint[] not null
    organization_id bigint
    record_id bigint not null
    region_code text not null
    service_date date not null
    service_minutes integer not null
    state text not null
    time_kind text not null
    volunteer_id bigint not null
  CREATE INDEX record_current_by_activity ON public.record_current USING btree (activity_id)
  CREATE INDEX record_current_by_day ON public.record_current USING btree (volunteer_id, service_date)
  CREATE INDEX record_current_day ON public.record_current USING btree (service_date) WHERE (state = ANY (ARRAY['PENDING'::text, 'NOTICE'::text, 'HELD'::text, 'EFFECTIVE'::text]))
  CREATE INDEX record_current_held ON public.record_current USING btree (hold, region_code) WHERE (state = 'HELD'::text)
  CREATE INDEX record_current_notice ON public.record_current USING btree (counts_on, volunteer_id, record_id) WHERE (state = 'NOTICE'::text)
  CREATE INDEX record_current_on_notice ON public.record_current USING btree (record_id) WHERE (state = 'NOTICE'::text)
  CREATE INDEX record_current_organization ON public.record_current USING gin (organization_ancestors)
  CREATE INDEX record_current_region ON public.record_current USING btree (region_code text_pattern_ops, service_date)
  record_current_check1: CHECK (((state <> 'EFFECTIVE'::text) OR (live_span IS NOT NULL)))
  record_current_check: CHECK (((state = 'HELD'::text) = (hold IS NOT NULL)))
  record_current_hold_check: CHECK ((hold = ANY (ARRAY['LONG_DAY'::text, 'VERY_LONG_DAY'::text, 'OVERLAP'::text, 'OUTSIDE_SHIFT'::text, 'NO_MANUAL_ENTRY'::text, 'CASE'::text])))
  record_current_notice_check: CHECK (((state <> 'NOTICE'::text) OR ((counts_on IS NOT NULL) AND (live_span IS NOT NULL))))
  record_current_pkey: PRIMARY KEY (volunteer_id, record_id)
  record_current_state_check: CHECK ((state = ANY (ARRAY['PENDING'::text, 'NOTICE'::text, 'HELD'::text, 'EFFECTIVE'::text, 'SUPERSEDED'::text, 'VOID'::text])))
  record_never_overlaps: EXCLUDE USING gist (volunteer_id WITH =, live_span WITH &&) WHERE ((NOT isempty(live_span)))


table record_entry
    activity_id bigint not null
    activity_title text not null
    came_at timestamp with time zone not null
    category text not null
    counted_from timestamp with time zone
    counted_to timestamp with time zone
    counting_version integer not null
    evidence jsonb not null
    left_at timestamp with time zone not null
    made_at timestamp with time zone not null
    made_by bigint not null
    organization_id bigint not null
    organization_name text not null
    origin text
    pair_id bigint
    person_in_charge text not null
    place text not null
    post_name text not null
    reason text
    record_id bigint not null
    region_code text not null
    service_date date not null
    service_minutes integer not null
    shift_end timestamp with time zone not null
    shift_id bigint not null
    shift_start timestamp with time zone not null
    source_id bigint
    supersedes bigint
    time_kind text not null
    volunteer_id bigint not null
  CREATE INDEX record_entry_made ON public.record_entry USING brin (made_at) WITH (autosummarize='on')
  CREATE TRIGGER record_entry_append_only BEFORE DELETE OR UPDATE ON public.record_entry FOR EACH ROW EXECUTE FUNCTION record_is_append_only()
  CREATE UNIQUE INDEX record_entry_one_per_pair ON public.record_entry USING btree (volunteer_id, pair_id) WHERE (supersedes IS NULL)
  CREATE UNIQUE INDEX record_entry_one_successor ON public.record_entry USING btree (volunteer_id, supersedes) WHERE (supersedes IS NOT NULL)
  record_entry_check1: CHECK (((counted_from IS NULL) = (counted_to IS NULL)))
  record_entry_check2: CHECK ((counted_to > counted_from))
  record_entry_check3: CHECK (((supersedes IS NULL) OR (reason IS NOT NULL)))
  record_entry_check: CHECK ((left_at > came_at))
  record_entry_one_per_source: UNIQUE (volunteer_id, origin, source_id)
  record_entry_origin_check: CHECK ((origin = ANY (ARRAY['ATTENDANCE'::text, 'MANUAL'::text, 'MAKEUP'::text, 'PAPER'::text, 'TRANSFER'::text])))
  record_entry_pkey: PRIMARY KEY (volunteer_id, record_id)
  record_entry_service_minutes_check: CHECK (((service_minutes >= 0) AND (service_minutes <= 1440)))
  record_entry_time_kind_check: CHECK ((time_kind = ANY (ARRAY['CREDIT'::text, 'HONOUR'::text])))


table record_leaf
    form smallint not null default 2
    leaf_index bigint not null
    nonce bytea not null
    record_id bigint not null
    step_no integer not null
    volunteer_id bigint not null
  CREATE INDEX record_leaf_in_order ON public.record_leaf USING btree (leaf_index)
  record_leaf_pkey: PRIMARY KEY (volunteer_id, record_id, step_no)


table record_name_hidden
    since timestamp with time zone not null
    volunteer_id bigint not null
  record_name_hidden_pkey: PRIMARY KEY (volunteer_id)


table record_proposal
    closed_at timestamp with time zone
    confirmed_by bigint
    evidence text not null
    kind text not null
    minutes integer not null
    proposal_id bigint not null
    proposed_at timestamp with time zone not null
    proposed_by bigint not null
    raises boolean not null default false
    reason text not null
    record_id bigint not null
    rule_key text not null
    rule_version integer not null
    served_from timestamp with time zone
    served_to timestamp with time zone
    state text not null default 'OPEN'::text
    takes_effect_on timestamp with time zone not null
    time_kind text not null
    volunteer_id bigint not null
  CREATE INDEX record_proposal_due ON public.record_proposal USING btree (takes_effect_on, proposal_id) WHERE (state = 'OPEN'::text)
  CREATE INDEX record_proposal_of_record ON public.record_proposal USING btree (volunteer_id, record_id, proposed_at)
  CREATE INDEX record_proposal_unconfirmed ON public.record_proposal USING btree (proposed_at, proposal_id) WHERE (state = 'UNCONFIRMED'::text)
  CREATE UNIQUE INDEX record_proposal_one_open ON public.record_proposal USING btree (volunteer_id, record_id) WHERE (state = ANY (ARRAY['UNCONFIRMED'::text, 'OPEN'::text]))
  record_proposal_check: CHECK (((kind = 'CORRECT'::text) = ((served_from IS NOT NULL) AND (served_to IS NOT NULL))))
  record_proposal_closed: CHECK (((state = ANY (ARRAY['UNCONFIRMED'::text, 'OPEN'::text])) = (closed_at IS NULL)))
  record_proposal_kind_check: CHECK ((kind = ANY (ARRAY['CORRECT'::text, 'VOID'::text])))
  record_proposal_minutes_check: CHECK ((minutes >= 0))
  record_proposal_pkey: PRIMARY KEY (volunteer_id, proposal_id)
  record_proposal_raised_by_two: CHECK (((NOT raises) OR (confirmed_by IS NOT NULL) OR (state = ANY (ARRAY['UNCONFIRMED'::text, 'WITHDRAWN'::text, 'OVERTAKEN'::text, 'TURNED_DOWN'::text, 'EXPIRED'::text]))))
  record_proposal_state_check: CHECK ((state = ANY (ARRAY['UNCONFIRMED'::text, 'OPEN'::text, 'AGREED'::text, 'CARRIED_OUT'::text, 'WITHDRAWN'::text, 'OVERTAKEN'::text, 'TURNED_DOWN'::text, 'EXPIRED'::text])))
  record_proposal_time_kind_check: CHECK ((time_kind = ANY (ARRAY['CREDIT'::text, 'HONOUR'::text])))
  record_proposal_two_people: CHECK ((confirmed_by <> proposed_by))


table record_proposal_step
    actor_account_id bigint not null
    actor_as text not null
    actor_body text not null
    at timestamp with time zone not null
    proposal_id bigint not null
    volunteer_id bigint not null
    what text not null
    why text
  CREATE TRIGGER record_proposal_step_append_only BEFORE DELETE OR UPDATE ON public.record_proposal_step FOR EACH ROW EXECUTE FUNCTION record_is_append_only()
  record_proposal_step_pkey: PRIMARY KEY (volunteer_id, proposal_id, what)
  record_proposal_step_what_check: CHECK ((what = ANY (ARRAY['PROPOSED'::text, 'CONFIRMED'::text, 'AGREED'::text, 'CARRIED_OUT'::text, 'WITHDRAWN'::text, 'OVERTAKEN'::text, 'TURNED_DOWN'::text, 'EXPIRED'::text])))


table record_step
    actor_account_id bigint not null
    actor_as text
    actor_body text
    at timestamp with time zone not null
    counts_on timestamp with time zone
    evidence text
    hold text
    record_id bigint not null
    rule_key text
    rule_version integer
    state text not null
    step_no integer not null
    volunteer_id bigint not null
    why text
  CREATE TRIGGER record_step_append_only BEFORE DELETE OR UPDATE ON public.record_step FOR EACH ROW EXECUTE FUNCTION record_is_append_only()
  CREATE TRIGGER record_step_frozen_is_sealed AFTER INSERT ON public.record_step FOR EACH ROW WHEN (((new.state = 'HELD'::text) AND (new.hold = 'CASE'::text))) EXECUTE FUNCTION record_frozen_is_to_be_sealed()
  CREATE TRIGGER record_step_is_sealed AFTER INSERT ON public.record_step FOR EACH ROW WHEN ((new.state = ANY (ARRAY['EFFECTIVE'::text, 'SUPERSEDED'::text, 'VOID'::text]))) EXECUTE FUNCTION record_is_to_be_sealed()
  record_step_pkey: PRIMARY KEY (volunteer_id, record_id, step_no)


table record_total
    category text not null
    credit_minutes integer not null
    honour_minutes integer not null
    records integer not null
    volunteer_id bigint not null
    year integer not null
  record_total_pkey: PRIMARY KEY (volunteer_id, year, category)


table record_unsealed
    record_id bigint not null
    step_no integer not null
    volunteer_id bigint not null
  record_unsealed_pkey: PRIMARY KEY (volunteer_id, record_id, step_no)


table region
    closed_at timestamp with time zone
    code text not null
    latitude double precision
    longitude double precision
    name text not null
    parent_code text generated as (
CASE length(code)
    WHEN 2 THEN NULL::text
    WHEN 4 THEN "left"(code, 2)
    WHEN 6 THEN "left"(code, 4)
    ELSE "left"(code, (length(code) - 3))
END)
  CREATE INDEX region_parent ON public.region USING btree (parent_code, code)
  CREATE TRIGGER region_changed AFTER INSERT OR DELETE OR UPDATE ON public.region FOR EACH STATEMENT EXECUTE FUNCTION region_changed()
  CREATE UNIQUE INDEX region_made_name ON public.region USING btree (parent_code, name) WHERE ((length(code) > 12) AND (closed_at IS NULL))
  region_check: CHECK (((latitude IS NULL) = (longitude IS NULL)))
  region_code_check: CHECK (((code ~ '^[0-9]+$'::text) AND (length(code) = ANY (ARRAY[2, 4, 6, 9, 12, 15, 18]))))
  region_latitude_check: CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision)))
  region_longitude_check: CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision)))
  region_name_check: CHECK (((name = btrim(name)) AND (name <> ''::text)))
  region_pkey: PRIMARY KEY (code)


table region_change
    at timestamp with time zone not null
    by_account bigint not null
    code text not null
    id bigint not null
    name text not null
    what text not null
  CREATE INDEX region_change_of ON public.region_change USING btree (code)
  region_change_pkey: PRIMARY KEY (id)
  region_change_what_check: CHECK ((what = ANY (ARRAY['add'::text, 'rename'::text, 'close'::text])))


table region_import
    at timestamp with time zone not null default now()
    part text not null
    rows integer not null
  region_import_pkey: PRIMARY KEY (part)


table region_revision
    number bigint not null
    one boolean not null default true
  region_revision_one_check: CHECK (one)
  region_revision_pkey: PRIMARY KEY (one)


table rules_code
    code text not null
    effective_from date not null default '2000-01-01'::date
    effective_to date
    en text not null
    sort integer not null
    table_name text not null
    zh text not null
  CREATE TRIGGER rules_code_changed AFTER INSERT OR DELETE OR UPDATE ON public.rules_code FOR EACH STATEMENT EXECUTE FUNCTION rules_changed()
  rules_code_check: CHECK ((effective_to >= effective_from))
  rules_code_code_check: CHECK ((code ~ '^[A-Za-z0-9_-]{1,40}$'::text))
  rules_code_en_check: CHECK ((en <> ''::text))
  rules_code_pkey: PRIMARY KEY (table_name, code)
  rules_code_zh_check: CHECK ((zh <> ''::text))


table rules_code_change
    at timestamp with time zone not null
    by_account bigint not null
    by_name text not null default ''::text
    code text not null
    effective_from date not null
    effective_to date
    en text not null
    id bigint not null
    sort integer not null
    table_name text not null
    why text not null
    zh text not null
  CREATE INDEX rules_code_change_of ON public.rules_code_change USING btree (table_name, code)
  rules_code_change_pkey: PRIMARY KEY (id)


table rules_holiday
    at timestamp with time zone not null default now()
    by_account bigint not null default 0
    date date not null
    en text not null
    kind text not null
    zh text not null
  CREATE TRIGGER rules_holiday_changed AFTER INSERT OR DELETE OR UPDATE ON public.rules_holiday FOR EACH STATEMENT EXECUTE FUNCTION rules_changed()
  rules_holiday_kind_check: CHECK ((kind = ANY (ARRAY['off'::text, 'work'::text])))
  rules_holiday_pkey: PRIMARY KEY (date)


table rules_revision
    number bigint not null
    one boolean not null default true
  rules_revision_one_check: CHECK (one)
  rules_revision_pkey: PRIMARY KEY (one)


table rules_version
    at timestamp with time zone not null default now()
    by_account bigint not null default 0
    by_name text not null default ''::text
    effective_from date not null
    key text not null
    note text not null default ''::text
    value jsonb not null
    version integer not null
  CREATE TRIGGER rules_version_changed AFTER INSERT OR DELETE OR UPDATE ON public.rules_version FOR EACH STATEMENT EXECUTE FUNCTION rules_changed()
  rules_version_pkey: PRIMARY KEY (key, version)
  rules_version_version_check: CHECK ((version >= 1))


table scheduled_tasks
    consecutive_failures integer
    execution_time timestamp with time zone not null
    last_failure timestamp with time zone
    last_heartbeat timestamp with time zone
    last_success timestamp with time zone
    picked boolean not null
    picked_by text
    priority smallint
    task_data bytea
    task_instance text not null
    task_name text not null
    version bigint not null
  CREATE INDEX scheduled_tasks_execution_time ON public.scheduled_tasks USING btree (execution_time)
  CREATE INDEX scheduled_tasks_last_heartbeat ON public.scheduled_tasks USING btree (last_heartbeat)
  CREATE INDEX scheduled_tasks_priority ON public.scheduled_tasks USING btree (priority DESC, execution_time)
  scheduled_tasks_pkey: PRIMARY KEY (task_name, task_instance)


table seal_head
    at timestamp with time zone not null
    key_id text not null
    origin text not null
    root bytea not null
    signature bytea not null
    size bigint not null
  CREATE INDEX seal_head_at ON public.seal_head USING btree (at, size)
  CREATE TRIGGER seal_head_append_only BEFORE DELETE OR UPDATE ON public.seal_head FOR EACH ROW EXECUTE FUNCTION seal_is_append_only()
  seal_head_key_id_fkey: FOREIGN KEY (key_id) REFERENCES seal_key(key_id)
  seal_head_pkey: PRIMARY KEY (size)
  seal_head_root_check: CHECK ((length(root) = 32))


table seal_key
    algorithm text not null
    key_id text not null
    public_key bytea not null
    since timestamp with time zone not null
  seal_key_algorithm_check: CHECK ((algorithm = ANY (ARRAY['SM2'::text, 'ED25519'::text])))
  seal_key_pkey: PRIMARY KEY (key_id)


table seal_log
    id smallint not null default 1
    size bigint not null
  seal_log_id_check: CHECK ((id = 1))
  seal_log_pkey: PRIMARY KEY (id)
  seal_log_size_check: CHECK ((size >= 0))


table seal_tile
    hashes bytea not null
    index bigint not null
    level smallint not null
  seal_tile_hashes_check: CHECK ((((length(hashes) >= 32) AND (length(hashes) <= 8192)) AND ((length(hashes) % 32) = 0)))
  seal_tile_pkey: PRIMARY KEY (level, index)


table signup
    activity_id bigint not null
    at timestamp with time zone not null
    by_account_id bigint not null
    ended bigint not null default 0
    how text not null
    key_digest bigint
    shift_id bigint not null
    signup_id bigint not null
    state text not null
    volunteer_id bigint not null
    waiting_no bigint
  CREATE INDEX signup_to_decide ON public.signup USING btree (activity_id, shift_id, at) WHERE (state = ANY (ARRAY['APPLIED'::text, 'INVITED'::text]))
  CREATE UNIQUE INDEX signup_one_live ON public.signup USING btree (activity_id, shift_id, volunteer_id, ended)
  CREATE UNIQUE INDEX signup_waiting ON public.signup USING btree (activity_id, shift_id, waiting_no) WHERE (state = 'WAITING'::text)
  signup_check1: CHECK (((ended = 0) = (state = ANY (ARRAY['APPLIED'::text, 'ACCEPTED'::text, 'WAITING'::text, 'INVITED'::text, 'NO_SHOW'::text]))))
  signup_check: CHECK (((state = 'WAITING'::text) = (waiting_no IS NOT NULL)))
  signup_how_check: CHECK ((how = ANY (ARRAY['OPEN'::text, 'REVIEWED'::text, 'INVITATION'::text])))
  signup_pkey: PRIMARY KEY (activity_id, signup_id)
  signup_state_check: CHECK ((state = ANY (ARRAY['APPLIED'::text, 'ACCEPTED'::text, 'WAITING'::text, 'INVITED'::text, 'REFUSED'::text, 'WITHDRAWN'::text, 'CANCELLED'::text, 'NO_SHOW'::text])))


table signup_announcement
    activity_id bigint not null
    at timestamp with time zone not null
    audience text not null
    by_account_id bigint not null
    day date not null
    number integer not null
    recipients integer not null
    text text not null
    urgent boolean not null
  signup_announcement_audience_check: CHECK ((audience = ANY (ARRAY['ALL'::text, 'ACCEPTED'::text, 'WAITING'::text])))
  signup_announcement_number_check: CHECK ((number >= 1))
  signup_announcement_pkey: PRIMARY KEY (activity_id, day, number)
  signup_announcement_recipients_check: CHECK ((recipients >= 1))
  signup_announcement_text_check: CHECK (((char_length(text) >= 1) AND (char_length(text) <= 500)))


table signup_change
    activity_id bigint not null
    at timestamp with time zone not null
    by_account_id bigint not null
    cause text not null
    change_id bigint not null
    reason text
    signup_id bigint not null
    state text not null
  signup_change_activity_id_signup_id_fkey: FOREIGN KEY (activity_id, signup_id) REFERENCES signup(activity_id, signup_id)
  signup_change_pkey: PRIMARY KEY (activity_id, signup_id, change_id)


table signup_commitment
    activity_id bigint not null
    ends_at timestamp with time zone not null generated as (upper(period))
    held boolean not null
    period tstzrange not null
    shift_id bigint not null
    signup_id bigint not null
    volunteer_id bigint not null
  signup_commitment_pkey: PRIMARY KEY (volunteer_id, ends_at, shift_id)
  signup_no_overlap: EXCLUDE USING gist (volunteer_id WITH =, period WITH &&) WHERE ((held AND (NOT isempty(period))))


table signup_invitation
    activity_id bigint not null
    at timestamp with time zone not null
    by_account_id bigint not null
    signup_id bigint not null
    words text
  signup_invitation_activity_id_signup_id_fkey: FOREIGN KEY (activity_id, signup_id) REFERENCES signup(activity_id, signup_id)
  signup_invitation_pkey: PRIMARY KEY (activity_id, signup_id)


table signup_offer
    activity_id bigint not null
    answer text
    answered_at timestamp with time zone
    at timestamp with time zone not null
    offer_id bigint not null
    signup_id bigint not null
  signup_offer_activity_id_signup_id_fkey: FOREIGN KEY (activity_id, signup_id) REFERENCES signup(activity_id, signup_id)
  signup_offer_answer_check: CHECK ((answer = ANY (ARRAY['KEPT'::text, 'DECLINED'::text, 'LAPSED'::text])))
  signup_offer_check: CHECK (((answer IS NULL) = (answered_at IS NULL)))
  signup_offer_pkey: PRIMARY KEY (activity_id, signup_id, offer_id)


table signup_pass_try
    account_id bigint not null
    activity_id bigint not null
    first_at timestamp with time zone not null
    tries integer not null
  signup_pass_try_pkey: PRIMARY KEY (activity_id, account_id)
  signup_pass_try_tries_check: CHECK ((tries >= 1))


table signup_shift
    activity_id bigint not null
    capacity integer not null
    open boolean not null default true
    period tstzrange not null
    revision bigint not null default 1
    shift_id bigint not null
    taken integer not null default 0
    waiting integer not null default 0
    waiting_seq bigint not null default 0
  signup_shift_check: CHECK (((taken >= 0) AND (taken <= capacity)))
  signup_shift_period_check: CHECK (((NOT isempty(period)) AND (NOT lower_inf(period)) AND (NOT upper_inf(period))))
  signup_shift_pkey: PRIMARY KEY (activity_id, shift_id)
  signup_shift_waiting_check: CHECK ((waiting >= 0))


table star_application
    closed_at timestamp with time zone
    credit_minutes bigint not null
    cut_off date not null
    filed_at timestamp with time zone not null
    filed_by bigint not null
    honour_minutes bigint not null
    id bigint not null
    level text
    notice_until timestamp with time zone
    objected boolean not null default false
    path text not null
    region_code text not null
    scheme_version integer not null
    star integer not null
    state text not null
    statement text not null
    team_ancestors bigint[] not null
    team_id bigint
    volunteer_id bigint not null
  CREATE INDEX star_application_notice ON public.star_application USING btree (notice_until) WHERE (state = 'NOTICE'::text)
  CREATE INDEX star_application_of_person ON public.star_application USING btree (volunteer_id, filed_at DESC)
  CREATE INDEX star_application_of_team ON public.star_application USING gin (team_ancestors) WHERE (state = 'REVIEW'::text)
  CREATE INDEX star_application_waiting ON public.star_application USING btree (level, region_code text_pattern_ops) WHERE (state = 'REVIEW'::text)
  CREATE UNIQUE INDEX star_application_one_open ON public.star_application USING btree (volunteer_id) WHERE (state = ANY (ARRAY['NOMINATED'::text, 'REVIEW'::text, 'NOTICE'::text]))
  star_application_check1: CHECK (((state = 'REVIEW'::text) <= (level IS NOT NULL)))
  star_application_check2: CHECK (((state = ANY (ARRAY['NOMINATED'::text, 'REVIEW'::text, 'NOTICE'::text])) = (closed_at IS NULL)))
  star_application_check: CHECK (((state = 'NOTICE'::text) <= (notice_until IS NOT NULL)))
  star_application_level_check: CHECK ((level = ANY (ARRAY['TEAM'::text, 'COMMUNITY'::text, 'STREET'::text, 'DISTRICT'::text, 'CITY'::text])))
  star_application_path_check: CHECK ((path = ANY (ARRAY['APPLICATION'::text, 'NOMINATION'::text])))
  star_application_pkey: PRIMARY KEY (id)
  star_application_star_check: CHECK (((star >= 1) AND (star <= 9)))
  star_application_state_check: CHECK ((state = ANY (ARRAY['NOMINATED'::text, 'REVIEW'::text, 'NOTICE'::text, 'GRANTED'::text, 'REFUSED'::text, 'WITHDRAWN'::text, 'DECLINED'::text])))


table star_award
    application_id bigint not null
    below_since timestamp with time zone
    credit_minutes bigint not null
    cut_off date not null
    decided_by bigint[] not null
    granted_at timestamp with time zone not null
    honour_counted_minutes bigint not null
    honour_minutes bigint not null
    id bigint not null
    region_code text not null
    scheme_version integer not null
    star integer not null
    taken_back_at timestamp with time zone
    volunteer_id bigint not null
  CREATE INDEX star_award_below ON public.star_award USING btree (region_code text_pattern_ops) WHERE ((below_since IS NOT NULL) AND (taken_back_at IS NULL))
  CREATE INDEX star_award_latest ON public.star_award USING btree (granted_at DESC, id DESC) WHERE (taken_back_at IS NULL)
  CREATE TRIGGER star_award_stays BEFORE DELETE OR UPDATE ON public.star_award FOR EACH ROW EXECUTE FUNCTION star_stays()
  CREATE UNIQUE INDEX star_award_once ON public.star_award USING btree (volunteer_id, star) WHERE (taken_back_at IS NULL)
  star_award_application_id_fkey: FOREIGN KEY (application_id) REFERENCES star_application(id)
  star_award_application_id_key: UNIQUE (application_id)
  star_award_pkey: PRIMARY KEY (id)


table star_due
    volunteer_id bigint not null
  star_due_pkey: PRIMARY KEY (volunteer_id)


table star_name_shown
    agreed_by bigint not null
    since timestamp with time zone not null
    until date
    volunteer_id bigint not null
  star_name_shown_pkey: PRIMARY KEY (volunteer_id)


table star_rehearsal
    adopted_version integer
    against_version integer not null
    done bigint not null default 0
    finished_at timestamp with time zone
    from_day date not null
    gain bigint not null default 0
    id bigint not null
    lose bigint not null default 0
    made_at timestamp with time zone not null
    made_by bigint not null
    scheme jsonb not null
    started_at timestamp with time zone
    state text not null
    total bigint not null default 0
    tries integer not null default 0
    up_to date not null
  CREATE INDEX star_rehearsal_open ON public.star_rehearsal USING btree (id) WHERE (state = ANY (ARRAY['WAITING'::text, 'RUNNING'::text]))
  star_rehearsal_check: CHECK ((up_to >= from_day))
  star_rehearsal_pkey: PRIMARY KEY (id)
  star_rehearsal_state_check: CHECK ((state = ANY (ARRAY['WAITING'::text, 'RUNNING'::text, 'DONE'::text, 'FAILED'::text])))


table star_rehearsal_count
    people_now bigint not null
    people_then bigint not null
    rehearsal_id bigint not null
    star integer not null
  star_rehearsal_count_pkey: PRIMARY KEY (rehearsal_id, star)
  star_rehearsal_count_rehearsal_id_fkey: FOREIGN KEY (rehearsal_id) REFERENCES star_rehearsal(id)


table star_rehearsal_line
    credit_minutes bigint not null
    credit_minutes_then bigint not null
    honour_minutes bigint not null
    honour_minutes_then bigint not null
    region_code text not null
    rehearsal_id bigint not null
    star_now integer not null
    star_then integer not null
    volunteer_id bigint not null
  CREATE INDEX star_rehearsal_line_region ON public.star_rehearsal_line USING btree (rehearsal_id, region_code text_pattern_ops)
  star_rehearsal_line_pkey: PRIMARY KEY (rehearsal_id, volunteer_id)
  star_rehearsal_line_rehearsal_id_fkey: FOREIGN KEY (rehearsal_id) REFERENCES star_rehearsal(id)


table star_step
    account_id bigint not null
    application_id bigint not null
    at timestamp with time zone not null
    deed text not null
    level text
    scheme_version integer not null
    step_no integer not null
    why text not null
  CREATE INDEX star_step_objections ON public.star_step USING btree (account_id, at) WHERE (deed = 'OBJECTED'::text)
  CREATE TRIGGER star_step_append_only BEFORE DELETE OR UPDATE ON public.star_step FOR EACH ROW EXECUTE FUNCTION star_step_is_append_only()
  star_step_application_id_fkey: FOREIGN KEY (application_id) REFERENCES star_application(id)
  star_step_pkey: PRIMARY KEY (application_id, step_no)


table star_taking_back
    announced_at timestamp with time zone not null
    announced_by bigint not null
    answer text
    award_id bigint not null
    decided_at timestamp with time zone
    decided_by bigint
    evidence text not null
    id bigint not null
    object_until date not null
    objected_at timestamp with time zone
    objection text
    outcome text
    reason text not null
    rule_version integer not null
  CREATE UNIQUE INDEX star_taking_back_one_open ON public.star_taking_back USING btree (award_id) WHERE (outcome IS NULL)
  star_taking_back_award_id_fkey: FOREIGN KEY (award_id) REFERENCES star_award(id)
  star_taking_back_check1: CHECK (((outcome IS NULL) = (decided_by IS NULL)))
  star_taking_back_check2: CHECK ((decided_by <> announced_by))
  star_taking_back_check: CHECK (((outcome IS NULL) = (decided_at IS NULL)))
  star_taking_back_outcome_check: CHECK ((outcome = ANY (ARRAY['TAKEN_BACK'::text, 'KEPT'::text])))
  star_taking_back_pkey: PRIMARY KEY (id)


table teamstar_rating
    answered boolean
    aside_by bigint
    aside_reply text
    aside_until date
    aside_why text
    asked_by bigint
    computed_stars smallint
    decided_by bigint
    figures jsonb
    has_obstacle boolean
    name text not null
    organization_id bigint not null
    question text
    raise_by bigint
    raise_to smallint
    region_code text not null
    run_id bigint not null
    second_by bigint
    stars smallint
    state text not null
    total_per_mille integer
    year integer not null
  CREATE INDEX teamstar_rating_aside_waits ON public.teamstar_rating USING btree (run_id) WHERE (aside_by IS NOT NULL)
  CREATE INDEX teamstar_rating_of_run ON public.teamstar_rating USING btree (run_id, state)
  CREATE TRIGGER teamstar_rating_kept BEFORE DELETE OR UPDATE ON public.teamstar_rating FOR EACH ROW EXECUTE FUNCTION teamstar_refuse_published()
  teamstar_rating_aside: CHECK ((((aside_by IS NULL) = (aside_why IS NULL)) AND ((aside_by IS NULL) = (aside_until IS NULL)) AND ((aside_reply IS NULL) OR (aside_by IS NOT NULL)) AND ((aside_by IS NULL) OR (state = 'CONFIRMED'::text))))
  teamstar_rating_by_two: CHECK (((stars IS NULL) OR (stars <= computed_stars) OR ((second_by IS NOT NULL) AND (second_by <> decided_by) AND (NOT has_obstacle))))
  teamstar_rating_computed_stars_check: CHECK (((computed_stars >= 0) AND (computed_stars <= 5)))
  teamstar_rating_confirmed: CHECK (((state = 'CONFIRMED'::text) = (stars IS NOT NULL)))
  teamstar_rating_counted: CHECK (((state = 'WAITING'::text) = (figures IS NULL)))
  teamstar_rating_pkey: PRIMARY KEY (organization_id, year)
  teamstar_rating_question: CHECK ((((question IS NULL) = (asked_by IS NULL)) AND ((question IS NULL) = (answered IS NULL))))
  teamstar_rating_raise: CHECK (((state = 'RAISE'::text) = ((raise_to IS NOT NULL) AND (raise_by IS NOT NULL))))
  teamstar_rating_raise_to_check: CHECK (((raise_to >= 1) AND (raise_to <= 5)))
  teamstar_rating_raised: CHECK (((raise_to IS NULL) OR ((raise_to > computed_stars) AND (NOT has_obstacle))))
  teamstar_rating_run_id_fkey: FOREIGN KEY (run_id) REFERENCES teamstar_run(run_id)
  teamstar_rating_stars_check: CHECK (((stars >= 1) AND (stars <= 5)))
  teamstar_rating_state_check: CHECK ((state = ANY (ARRAY['WAITING'::text, 'PROPOSED'::text, 'RAISE'::text, 'CONFIRMED'::text, 'SET_ASIDE'::text])))


table teamstar_run
    announced_at timestamp with time zone
    announced_by bigint
    counted_at timestamp with time zone
    done integer not null default 0
    figures_until date not null
    notice_until date
    published_at timestamp with time zone
    region_code text not null
    run_id bigint not null
    scheme_version integer not null
    speak_until date
    started_at timestamp with time zone not null
    started_by bigint not null
    state text not null
    teams integer not null
    year integer not null
  CREATE INDEX teamstar_run_busy ON public.teamstar_run USING btree (run_id) WHERE (state = ANY (ARRAY['COUNTING'::text, 'NOTICE'::text]))
  teamstar_run_done: CHECK (((done >= 0) AND (done <= teams)))
  teamstar_run_noticed: CHECK (((state = ANY (ARRAY['NOTICE'::text, 'PUBLISHED'::text])) = (notice_until IS NOT NULL)))
  teamstar_run_open: CHECK (((state = 'COUNTING'::text) OR (speak_until IS NOT NULL)))
  teamstar_run_pkey: PRIMARY KEY (run_id)
  teamstar_run_published: CHECK (((state = 'PUBLISHED'::text) = (published_at IS NOT NULL)))
  teamstar_run_state_check: CHECK ((state = ANY (ARRAY['COUNTING'::text, 'OPEN'::text, 'NOTICE'::text, 'PUBLISHED'::text])))
  teamstar_run_teams_check: CHECK ((teams > 0))
  teamstar_run_year_region_code_key: UNIQUE (year, region_code)


table teamstar_step
    account_id bigint not null
    at timestamp with time zone not null
    organization_id bigint not null
    stars smallint
    step_no integer not null
    what text not null
    words text
    year integer not null
  CREATE TRIGGER teamstar_step_kept BEFORE DELETE OR UPDATE ON public.teamstar_step FOR EACH ROW EXECUTE FUNCTION teamstar_refuse_change()
  teamstar_step_pkey: PRIMARY KEY (organization_id, year, step_no)
  teamstar_step_what_check: CHECK ((what = ANY (ARRAY['COUNTED'::text, 'ASKED'::text, 'CONFIRMED'::text, 'SET_ASIDE'::text, 'RAISE_ASKED'::text, 'RAISED'::text, 'RAISE_REFUSED'::text, 'ASIDE_TOLD'::text, 'ASIDE_REPLIED'::text, 'KEPT'::text, 'PUBLISHED'::text])))


table trust_call
    call_no integer not null
    called_at timestamp with time zone not null
    called_by bigint not null
    item_no integer not null
    note text not null
    outcome text not null
    sample_id bigint not null
  trust_call_pkey: PRIMARY KEY (sample_id, item_no, call_no)
  trust_call_sample_id_item_no_fkey: FOREIGN KEY (sample_id, item_no) REFERENCES trust_sample_item(sample_id, item_no)


table trust_due
    record_id bigint not null
    volunteer_id bigint not null
  trust_due_pkey: PRIMARY KEY (volunteer_id, record_id)


table trust_due_activity
    activity_id bigint not null
  trust_due_activity_pkey: PRIMARY KEY (activity_id)


table trust_grade
    activity_id bigint not null
    facts jsonb not null
    grade text not null
    graded_at timestamp with time zone not null
    points integer not null
    record_id bigint not null
    rule_version integer not null
    volunteer_id bigint not null
  CREATE INDEX trust_grade_by_activity ON public.trust_grade USING btree (activity_id)
  trust_grade_grade_check: CHECK ((grade = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'D'::text])))
  trust_grade_pkey: PRIMARY KEY (volunteer_id, record_id)


table trust_sample
    drawn_at timestamp with time zone not null
    drawn_by bigint not null
    head_at timestamp with time zone not null
    head_root text not null
    head_size bigint not null
    made_from timestamp with time zone
    month date not null
    organizations integer not null
    population bytea not null
    records integer not null
    region_code text not null
    reminded_at timestamp with time zone
    rule_version integer not null
    sample_id bigint not null
    seed text not null
  trust_sample_month_check: CHECK ((EXTRACT(day FROM month) = (1)::numeric))
  trust_sample_month_region_code_key: UNIQUE (month, region_code)
  trust_sample_pkey: PRIMARY KEY (sample_id)
  trust_sample_records_check: CHECK ((records > 0))


table trust_sample_item
    activity_id bigint not null
    item_no integer not null
    organization_ancestors bigint[] not null
    organization_id bigint not null
    organization_name text not null
    outcome text
    outcome_at timestamp with time zone
    outcome_by bigint
    record_id bigint not null
    region_code text not null
    sample_id bigint not null
    service_date date not null
    volunteer_id bigint not null
    why text not null
  CREATE INDEX trust_sample_item_activity ON public.trust_sample_item USING btree (activity_id) WHERE (outcome IS NOT NULL)
  CREATE INDEX trust_sample_item_organization ON public.trust_sample_item USING btree (organization_id, service_date) WHERE (outcome IS NOT NULL)
  CREATE INDEX trust_sample_item_record ON public.trust_sample_item USING btree (volunteer_id, record_id)
  trust_sample_item_check1: CHECK (((outcome IS NULL) = (outcome_by IS NULL)))
  trust_sample_item_check: CHECK (((outcome IS NULL) = (outcome_at IS NULL)))
  trust_sample_item_outcome_check: CHECK ((outcome = ANY (ARRAY['CONFIRMED'::text, 'WRONG_TIME'::text, 'WAS_NOT_THERE'::text, 'NOT_REACHED'::text])))
  trust_sample_item_pkey: PRIMARY KEY (sample_id, item_no)
  trust_sample_item_sample_id_fkey: FOREIGN KEY (sample_id) REFERENCES trust_sample(sample_id)
  trust_sample_item_sample_id_volunteer_id_record_id_key: UNIQUE (sample_id, volunteer_id, record_id)
  trust_sample_item_why_check: CHECK ((why = ANY (ARRAY['RANDOM'::text, 'SERVED'::text])))


table trust_sanction
    bans_manual_entry boolean not null
    case_id bigint
    case_number text
    ends_on date
    imposed_at timestamp with time zone not null
    imposed_by bigint not null
    imposed_on date not null
    kind text not null
    lift_reason text
    lifted_at timestamp with time zone
    lifted_by bigint
    minutes_to_regain integer not null
    reason text not null
    region_code text not null
    rule_version integer not null
    sanction_id bigint not null
    subject_account_id bigint
    subject_id bigint not null
    subject_kind text not null
  CREATE INDEX trust_sanction_account ON public.trust_sanction USING btree (subject_account_id) WHERE (subject_account_id IS NOT NULL)
  CREATE INDEX trust_sanction_region ON public.trust_sanction USING btree (region_code text_pattern_ops, imposed_at)
  CREATE INDEX trust_sanction_subject ON public.trust_sanction USING btree (subject_kind, subject_id)
  trust_sanction_check1: CHECK (((lifted_by IS NULL) = (lifted_at IS NULL)))
  trust_sanction_check2: CHECK (((lifted_by IS NULL) = (lift_reason IS NULL)))
  trust_sanction_check: CHECK (((lifted_by IS NULL) OR (lifted_by <> imposed_by)))
  trust_sanction_minutes_to_regain_check: CHECK ((minutes_to_regain >= 0))
  trust_sanction_pkey: PRIMARY KEY (sanction_id)
  trust_sanction_subject_kind_check: CHECK ((subject_kind = ANY (ARRAY['VOLUNTEER'::text, 'ORGANIZATION'::text])))


table trust_thanks
    activity_id bigint not null
    came boolean not null
    mobile_digest bytea not null
    said_at timestamp with time zone not null
    time_right boolean
    words text not null
  trust_thanks_check: CHECK ((came OR (time_right IS NULL)))
  trust_thanks_pkey: PRIMARY KEY (activity_id, mobile_digest)


table trust_thanks_code
    activity_id bigint not null
    made_at timestamp with time zone not null
    made_by bigint not null
    token text not null
  CREATE INDEX trust_thanks_code_token ON public.trust_thanks_code USING btree (token)
  trust_thanks_code_pkey: PRIMARY KEY (activity_id)


table volunteer
    account_id bigint
    birth_date date not null
    confirm_by timestamp with time zone
    document_checked boolean not null
    document_sealed bytea not null
    document_type text not null
    guardian_account_id bigint
    id bigint not null
    name text not null
    national_no text
    number text not null
    registered_at timestamp with time zone not null
    registered_by bigint not null
    residence_code text not null
    sex text not null
    skills text[] not null default '{}'::text[]
    source text not null
    state text not null
  CREATE INDEX volunteer_by_name ON public.volunteer USING btree (name text_pattern_ops)
  CREATE INDEX volunteer_by_residence ON public.volunteer USING btree (residence_code text_pattern_ops, id)
  CREATE INDEX volunteer_by_skill ON public.volunteer USING gin (skills)
  CREATE INDEX volunteer_of_guardian ON public.volunteer USING btree (guardian_account_id) WHERE (guardian_account_id IS NOT NULL)
  CREATE INDEX volunteer_unconfirmed ON public.volunteer USING btree (confirm_by) WHERE (state = 'UNCONFIRMED'::text)
  volunteer_check1: CHECK (((state <> 'VALID'::text) OR document_checked))
  volunteer_check2: CHECK (((state = 'UNCONFIRMED'::text) = (confirm_by IS NOT NULL)))
  volunteer_check: CHECK (((state <> ALL (ARRAY['VALID'::text, 'UNDER_REVIEW'::text])) OR (account_id IS NOT NULL) OR (guardian_account_id IS NOT NULL)))
  volunteer_name_check: CHECK ((name <> ''::text))
  volunteer_pkey: PRIMARY KEY (id)
  volunteer_source_check: CHECK ((source = ANY (ARRAY['SELF'::text, 'GUARDIAN'::text, 'DESK'::text])))
  volunteer_state_check: CHECK ((state = ANY (ARRAY['UNDER_REVIEW'::text, 'UNCONFIRMED'::text, 'VALID'::text, 'SUSPENDED'::text, 'RESTRICTED'::text, 'VOID'::text])))


table volunteer_account
    account_id bigint not null
    volunteer_id bigint not null
  CREATE INDEX volunteer_account_of ON public.volunteer_account USING btree (volunteer_id)
  volunteer_account_pkey: PRIMARY KEY (account_id)


table volunteer_change
    at timestamp with time zone not null
    by_account bigint not null
    from_state text
    id bigint not null
    note text
    to_state text not null
    volunteer_id bigint not null
    why text not null
  volunteer_change_pkey: PRIMARY KEY (volunteer_id, id)


table volunteer_closed
    closed_at timestamp with time zone not null
    mobile_digest bytea not null
    mobile_sealed bytea not null
    volunteer_id bigint not null
  CREATE INDEX volunteer_closed_for ON public.volunteer_closed USING btree (mobile_digest)
  volunteer_closed_pkey: PRIMARY KEY (volunteer_id)


table volunteer_confirmation
    answer text
    answered_at timestamp with time zone
    expires_at timestamp with time zone not null
    guardian_name text
    kind text not null
    mobile_digest bytea not null
    mobile_sealed bytea not null
    sent_at timestamp with time zone not null
    token_digest bytea not null
    volunteer_id bigint not null
  CREATE INDEX volunteer_confirmation_for ON public.volunteer_confirmation USING btree (mobile_digest)
  CREATE INDEX volunteer_confirmation_of ON public.volunteer_confirmation USING btree (volunteer_id)
  volunteer_confirmation_answer_check: CHECK ((answer = ANY (ARRAY['CONFIRMED'::text, 'DISOWNED'::text, 'REPLACED'::text, 'EXPIRED'::text])))
  volunteer_confirmation_check: CHECK (((answered_at IS NULL) = (answer IS NULL)))
  volunteer_confirmation_kind_check: CHECK ((kind = ANY (ARRAY['PERSON'::text, 'WARD'::text, 'CONSENT'::text])))
  volunteer_confirmation_pkey: PRIMARY KEY (token_digest)


table volunteer_day_code
    code text not null
    day date not null
    volunteer_id bigint not null
  CREATE INDEX volunteer_day_code_newest ON public.volunteer_day_code USING btree (code, day)
  CREATE UNIQUE INDEX volunteer_day_code_of ON public.volunteer_day_code USING btree (volunteer_id, day)
  volunteer_day_code_pkey: PRIMARY KEY (day, code)


table volunteer_document
    claimed_at timestamp with time zone not null
    digest bytea not null
    volunteer_id bigint not null
  CREATE INDEX volunteer_document_of ON public.volunteer_document USING btree (volunteer_id)
  volunteer_document_pkey: PRIMARY KEY (digest)


table volunteer_document_picture
    added_at timestamp with time zone not null
    added_by bigint not null
    delete_on date
    picture_sealed bytea not null
    side text not null
    volunteer_id bigint not null
  CREATE INDEX volunteer_document_picture_due ON public.volunteer_document_picture USING btree (delete_on) WHERE (delete_on IS NOT NULL)
  volunteer_document_picture_pkey: PRIMARY KEY (volunteer_id, side)
  volunteer_document_picture_side_check: CHECK ((side = ANY (ARRAY['FRONT'::text, 'BACK'::text])))


table volunteer_number
    kind text not null
    number text not null
    volunteer_id bigint not null
  volunteer_number_kind_check: CHECK ((kind = ANY (ARRAY['LOCAL'::text, 'NATIONAL'::text])))
  volunteer_number_pkey: PRIMARY KEY (number)


table volunteer_portrait
    added_at timestamp with time zone not null
    consent_account bigint not null
    picture_sealed bytea not null
    volunteer_id bigint not null
  CREATE INDEX volunteer_portrait_of ON public.volunteer_portrait USING btree (consent_account)
  volunteer_portrait_pkey: PRIMARY KEY (volunteer_id)


table volunteer_profile
    categories text[] not null default '{}'::text[]
    changed_at timestamp with time zone not null
    education text
    employment text
    languages text[] not null default '{}'::text[]
    political_status text
    slots text[] not null default '{}'::text[]
    volunteer_id bigint not null
    vow_at timestamp with time zone
    vow_version integer
  volunteer_profile_categories_check: CHECK ((cardinality(categories) <= 4))
  volunteer_profile_pkey: PRIMARY KEY (volunteer_id)


table volunteer_qualification
    code text not null
    decided_at timestamp with time zone
    decided_by bigint
    evidence_sealed bytea not null
    id bigint not null
    reason text
    state text not null
    stated_at timestamp with time zone not null
    stated_by bigint not null
    valid_until date
    volunteer_id bigint not null
  CREATE INDEX volunteer_qualification_queue ON public.volunteer_qualification USING btree (stated_at) WHERE (state = 'STATED'::text)
  CREATE UNIQUE INDEX volunteer_qualification_open ON public.volunteer_qualification USING btree (volunteer_id, code) WHERE (state = 'STATED'::text)
  volunteer_qualification_check1: CHECK (((state <> 'STATED'::text) OR (decided_at IS NULL)))
  volunteer_qualification_check2: CHECK (((state <> ALL (ARRAY['CONFIRMED'::text, 'RETURNED'::text])) OR (decided_at IS NOT NULL)))
  volunteer_qualification_check3: CHECK (((state <> 'RETURNED'::text) OR (reason IS NOT NULL)))
  volunteer_qualification_check: CHECK (((decided_at IS NULL) = (decided_by IS NULL)))
  volunteer_qualification_pkey: PRIMARY KEY (volunteer_id, id)
  volunteer_qualification_state_check: CHECK ((state = ANY (ARRAY['STATED'::text, 'CONFIRMED'::text, 'RETURNED'::text, 'WITHDRAWN'::text])))


table volunteer_recovery_try
    day date not null
    key_digest bytea not null
    looks integer not null default 0
    messages integer not null default 0
  CREATE INDEX volunteer_recovery_try_by_day ON public.volunteer_recovery_try USING btree (day)
  volunteer_recovery_try_looks_check: CHECK ((looks >= 0))
  volunteer_recovery_try_messages_check: CHECK ((messages >= 0))
  volunteer_recovery_try_pkey: PRIMARY KEY (key_digest, day)


table volunteer_rest
    ended_at timestamp with time zone
    since timestamp with time zone not null
    until_on date
    volunteer_id bigint not null
  CREATE UNIQUE INDEX volunteer_rest_open ON public.volunteer_rest USING btree (volunteer_id) WHERE (ended_at IS NULL)
  volunteer_rest_check: CHECK (((ended_at IS NULL) OR (ended_at >= since)))
  volunteer_rest_pkey: PRIMARY KEY (volunteer_id, since)


table volunteer_review
    appellant_account bigint
    approved boolean
    decided_at timestamp with time zone
    decided_by bigint
    due_on date not null
    id bigint not null
    kind text not null
    mobile_sealed bytea
    opened_at timestamp with time zone not null
    reason text
    residence_code text not null
    statement text not null
    volunteer_id bigint not null
  CREATE INDEX volunteer_review_queue ON public.volunteer_review USING btree (residence_code text_pattern_ops, due_on) WHERE (decided_at IS NULL)
  CREATE UNIQUE INDEX volunteer_review_open ON public.volunteer_review USING btree (volunteer_id, kind) WHERE (decided_at IS NULL)
  volunteer_review_check: CHECK (((decided_at IS NULL) = (approved IS NULL)))
  volunteer_review_kind_check: CHECK ((kind = ANY (ARRAY['DOCUMENT'::text, 'APPEAL'::text, 'DISOWNED'::text])))
  volunteer_review_pkey: PRIMARY KEY (volunteer_id, id)


table volunteer_tag
    expires_on date
    noted_at timestamp with time zone not null
    noted_by bigint not null
    source text not null
    tag text not null
    volunteer_id bigint not null
  volunteer_tag_pkey: PRIMARY KEY (volunteer_id, tag)


table web_idempotency
    answer jsonb
    at timestamp with time zone not null
    command text not null
    key_digest bytea not null
  CREATE INDEX web_idempotency_at ON public.web_idempotency USING btree (at)
  web_idempotency_pkey: PRIMARY KEY (key_digest)

CREATE OR REPLACE FUNCTION public.account_audit_is_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    raise exception 'account_audit is append-only' using errcode = 'integrity_constraint_violation';
end $function$

CREATE OR REPLACE FUNCTION public.certificate_is_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    raise exception 'a certificate is never changed' using errcode = 'integrity_constraint_violation';
end $function$

CREATE OR REPLACE FUNCTION public.dossier_is_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    raise exception 'entries of a dossier are append-only' using errcode = 'integrity_constraint_violation';
end $function$

CREATE OR REPLACE FUNCTION public.entry_is_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    raise exception 'what was entered by hand is never rewritten' using errcode = 'integrity_constraint_violation';
end $function$

CREATE OR REPLACE FUNCTION public.honour_step_is_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    raise exception 'steps of award rounds are append-only' using errcode = 'integrity_constraint_violation';
end $function$

CREATE OR REPLACE FUNCTION public.ledger_account_is_its_entries()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$

CREATE OR REPLACE FUNCTION public.ledger_entry_goes_on()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$

CREATE OR REPLACE FUNCTION public.ledger_hold_ends_once()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    if old.state <> 'OPEN' or new.captured < old.captured or new.amount <> old.amount then
        raise exception 'hold % is over, or would grow', old.hold_id using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $function$

CREATE OR REPLACE FUNCTION public.ledger_is_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    raise exception 'what was entered in a ledger is never changed' using errcode = 'integrity_constraint_violation';
end $function$

CREATE OR REPLACE FUNCTION public.ledger_transfer_sums_to_zero()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    if (select count(*) <> new.legs or sum(amount) <> 0 from ledger_entry where transfer_id = new.transfer_id) then
        raise exception 'legs of transfer % are missing or do not sum to zero', new.transfer_id
            using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $function$

CREATE OR REPLACE FUNCTION public.objection_is_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    raise exception 'the steps of a case are append-only' using errcode = 'integrity_constraint_violation';
end $function$

CREATE OR REPLACE FUNCTION public.organization_refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    raise exception 'rows of % are only added', tg_table_name;
end $function$

CREATE OR REPLACE FUNCTION public.record_frozen_is_to_be_sealed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    if exists (select 1 from record_step s where s.volunteer_id = new.volunteer_id and s.record_id = new.record_id
               and s.state = 'EFFECTIVE') then
        insert into record_unsealed values (new.volunteer_id, new.record_id, new.step_no);
    end if;
    return null;
end $function$

CREATE OR REPLACE FUNCTION public.record_is_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    raise exception 'service records are append-only' using errcode = 'integrity_constraint_violation';
end $function$

CREATE OR REPLACE FUNCTION public.record_is_to_be_sealed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    insert into record_unsealed values (new.volunteer_id, new.record_id, new.step_no);
    return null;
end $function$

CREATE OR REPLACE FUNCTION public.region_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    update region_revision set number = number + 1;
    return null;
end $function$

CREATE OR REPLACE FUNCTION public.rules_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    update rules_revision set number = number + 1;
    return null;
end $function$

CREATE OR REPLACE FUNCTION public.seal_is_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    raise exception 'published heads are never changed' using errcode = 'integrity_constraint_violation';
end $function$

CREATE OR REPLACE FUNCTION public.star_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    if tg_op = 'DELETE' or old.taken_back_at is not null
        or (to_jsonb(new) - 'below_since' - 'taken_back_at') <> (to_jsonb(old) - 'below_since' - 'taken_back_at') then
        raise exception 'stars never change' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $function$

CREATE OR REPLACE FUNCTION public.star_step_is_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    raise exception 'steps of applications are append-only' using errcode = 'integrity_constraint_violation';
end $function$

CREATE OR REPLACE FUNCTION public.teamstar_refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    raise exception 'a step of a rating is never changed';
end $function$

CREATE OR REPLACE FUNCTION public.teamstar_refuse_published()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    if exists (select 1 from teamstar_run r where r.run_id = old.run_id and r.state = 'PUBLISHED') then
        raise exception 'a published rating is never changed';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $function$

extension btree_gist
sequence board_revision
sequence points_due_due_id_seq
sequence volunteer_number_sequence
view record_share
 SELECT volunteer_id,
    record_id,
    activity_id,
    service_date,
    category,
    region_code,
    COALESCE(organization_id, (0)::bigint) AS organization_id,
    organization_ancestors,
    state,
    hold,
        CASE
            WHEN ((state = 'EFFECTIVE'::text) AND (time_kind = 'CREDIT'::text)) THEN service_minutes
            ELSE 0
        END AS credit_minutes,
        CASE
            WHEN ((state = 'EFFECTIVE'::text) AND (time_kind = 'HONOUR'::text)) THEN service_minutes
            ELSE 0
        END AS honour_minutes,
        CASE
            WHEN (state = ANY (ARRAY['PENDING'::text, 'NOTICE'::text, 'HELD'::text])) THEN service_minutes
            ELSE 0
        END AS waiting_minutes,
        CASE
            WHEN (state = ANY (ARRAY['PENDING'::text, 'NOTICE'::text, 'HELD'::text, 'EFFECTIVE'::text])) THEN 1
            ELSE 0
        END AS records
   FROM record_current;
