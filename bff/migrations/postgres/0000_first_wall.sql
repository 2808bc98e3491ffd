CREATE TABLE "audit" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"actor" text collate "C" NOT NULL,
	"action" text collate "C" NOT NULL,
	"member_id" text collate "C",
	"detail" json NOT NULL
);

CREATE TABLE "badge_awards" (
	"member_id" text collate "C" NOT NULL,
	"badge_id" text collate "C" NOT NULL,
	"earned_on" text collate "C" NOT NULL,
	"rule_id" text collate "C" NOT NULL,
	CONSTRAINT "badge_awards_member_id_badge_id_pk" PRIMARY KEY("member_id","badge_id")
);

CREATE TABLE "check_in_days" (
	"member_id" text collate "C" NOT NULL,
	"day" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"streak_days" bigint NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "check_in_days_member_id_day_pk" PRIMARY KEY("member_id","day")
);

CREATE TABLE "clock" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"high_water_at" bigint NOT NULL,
	"confirmed_at" bigint
);

CREATE TABLE "consent_records" (
	"member_id" text collate "C" NOT NULL,
	"purpose" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	"given" boolean NOT NULL,
	"version" bigint NOT NULL,
	CONSTRAINT "consent_records_member_id_purpose_at_pk" PRIMARY KEY("member_id","purpose","at"),
	CONSTRAINT "consent_version" CHECK ("consent_records"."version" > 0)
);

CREATE TABLE "entries" (
	"member_id" text collate "C" NOT NULL,
	"seq" bigint NOT NULL,
	"unit" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"amount" bigint NOT NULL,
	"balance_after" bigint NOT NULL,
	"key" text collate "C" NOT NULL,
	"rule_id" text collate "C" NOT NULL,
	"program_version" bigint NOT NULL,
	"parts" json NOT NULL,
	"actor" text collate "C" NOT NULL,
	"day" text collate "C" NOT NULL,
	"recorded_at" bigint NOT NULL,
	"prev_hash" text collate "C" NOT NULL,
	"hash" text collate "C" NOT NULL,
	CONSTRAINT "entries_member_id_seq_pk" PRIMARY KEY("member_id","seq"),
	CONSTRAINT "entries_unit" CHECK ("entries"."unit" in ('points', 'growth')),
	CONSTRAINT "entries_amount" CHECK ("entries"."amount" <> 0),
	CONSTRAINT "entries_balance" CHECK ("entries"."balance_after" >= 0),
	CONSTRAINT "entries_seq" CHECK ("entries"."seq" > 0)
);

CREATE TABLE "lots" (
	"member_id" text collate "C" NOT NULL,
	"entry_seq" bigint NOT NULL,
	"granted" bigint NOT NULL,
	"remaining" bigint NOT NULL,
	"expires_on" text collate "C" NOT NULL,
	CONSTRAINT "lots_member_id_entry_seq_pk" PRIMARY KEY("member_id","entry_seq"),
	CONSTRAINT "lots_remaining" CHECK ("lots"."remaining" between 0 and "lots"."granted")
);

CREATE TABLE "member_codes" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"member_id" text collate "C" NOT NULL,
	"short_code" text collate "C" NOT NULL,
	"issued_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"used_at" bigint,
	"used_by" text collate "C"
);

CREATE TABLE "members" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL,
	"joined_at" bigint NOT NULL,
	"points" bigint NOT NULL,
	"growth" bigint NOT NULL,
	"tier_id" text collate "C" NOT NULL,
	"entry_seq" bigint NOT NULL,
	"chain_head" text collate "C" NOT NULL,
	"last_at" bigint NOT NULL,
	"rest" json NOT NULL,
	CONSTRAINT "members_points" CHECK ("members"."points" between 0 and 9007199254740991),
	CONSTRAINT "members_growth" CHECK ("members"."growth" between 0 and 9007199254740991)
);

CREATE TABLE "profiles" (
	"member_id" text collate "C" PRIMARY KEY NOT NULL,
	"alias" text collate "C" NOT NULL,
	"phone_mask" text collate "C"
);

CREATE TABLE "identities" (
	"identity" text collate "C" NOT NULL,
	"subject" text collate "C" NOT NULL,
	"member_id" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "identities_identity_subject_pk" PRIMARY KEY("identity","subject")
);

CREATE TABLE "outbox" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"key" text collate "C" NOT NULL,
	"member_id" text collate "C" NOT NULL,
	"notice" json NOT NULL,
	"due_at" bigint NOT NULL,
	"attempts" bigint NOT NULL,
	"claimed_until" bigint NOT NULL,
	"done_at" bigint,
	"result" text collate "C"
);

CREATE TABLE "phone_codes" (
	"phone_hash" text collate "C" PRIMARY KEY NOT NULL,
	"code_hash" text collate "C" NOT NULL,
	"sent_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"tries" bigint NOT NULL,
	"used_at" bigint,
	"day" text collate "C" NOT NULL,
	"codes_that_day" bigint NOT NULL,
	CONSTRAINT "phone_codes_tries" CHECK ("phone_codes"."tries" >= 0)
);

CREATE TABLE "programs" (
	"version" bigint PRIMARY KEY NOT NULL,
	"published_at" bigint NOT NULL,
	"published_by" text collate "C" NOT NULL,
	"body" json NOT NULL
);

CREATE TABLE "receipts" (
	"actor" text collate "C" NOT NULL,
	"key" text collate "C" NOT NULL,
	"asked" text collate "C" NOT NULL,
	"outcome" json NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "receipts_actor_key_pk" PRIMARY KEY("actor","key")
);

CREATE TABLE "sessions" (
	"token_hash" text collate "C" PRIMARY KEY NOT NULL,
	"hat" text collate "C" NOT NULL,
	"subject_id" text collate "C" NOT NULL,
	"opened_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"ended_at" bigint
);

CREATE TABLE "shops" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text collate "C" NOT NULL
);

CREATE TABLE "staff" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text collate "C" NOT NULL,
	"phone_hash" text collate "C" NOT NULL,
	"role" text collate "C" NOT NULL,
	"shop_id" text collate "C" NOT NULL,
	"active" boolean NOT NULL
);

CREATE TABLE "tier_grants" (
	"member_id" text collate "C" NOT NULL,
	"tier_id" text collate "C" NOT NULL,
	"reason" text collate "C" NOT NULL,
	"from" text collate "C" NOT NULL,
	"until" text collate "C",
	"at" bigint NOT NULL,
	CONSTRAINT "tier_grants_member_id_tier_id_reason_from_pk" PRIMARY KEY("member_id","tier_id","reason","from")
);

CREATE INDEX "audit_of_member" ON "audit" USING btree ("member_id","action","at","id");

CREATE UNIQUE INDEX "entries_key" ON "entries" USING btree ("member_id","unit","key");

CREATE INDEX "lots_by_expiry" ON "lots" USING btree ("member_id","expires_on");

CREATE UNIQUE INDEX "member_codes_short_code" ON "member_codes" USING btree ("short_code");

CREATE INDEX "member_codes_by_expiry" ON "member_codes" USING btree ("expires_at");

CREATE INDEX "identities_of_member" ON "identities" USING btree ("member_id");

CREATE UNIQUE INDEX "outbox_key" ON "outbox" USING btree ("key");

CREATE INDEX "outbox_due" ON "outbox" USING btree ("done_at","due_at");

CREATE INDEX "phone_codes_by_expiry" ON "phone_codes" USING btree ("expires_at");

CREATE INDEX "sessions_of_subject" ON "sessions" USING btree ("hat","subject_id");

CREATE INDEX "sessions_by_expiry" ON "sessions" USING btree ("expires_at");

CREATE UNIQUE INDEX "staff_phone" ON "staff" USING btree ("phone_hash");

CREATE FUNCTION "audit_refuse"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit is only added to' USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "audit_refuse_change"
BEFORE UPDATE OR DELETE ON "audit"
FOR EACH ROW EXECUTE FUNCTION "audit_refuse"();

CREATE TRIGGER "audit_refuse_truncate"
BEFORE TRUNCATE ON "audit"
FOR EACH STATEMENT EXECUTE FUNCTION "audit_refuse"();

CREATE FUNCTION "badge_awards_refuse"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'badge_awards is only added to' USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "badge_awards_refuse_change"
BEFORE UPDATE OR DELETE ON "badge_awards"
FOR EACH ROW EXECUTE FUNCTION "badge_awards_refuse"();

CREATE TRIGGER "badge_awards_refuse_truncate"
BEFORE TRUNCATE ON "badge_awards"
FOR EACH STATEMENT EXECUTE FUNCTION "badge_awards_refuse"();

CREATE FUNCTION "check_in_days_refuse"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'check_in_days is only added to' USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "check_in_days_refuse_change"
BEFORE UPDATE OR DELETE ON "check_in_days"
FOR EACH ROW EXECUTE FUNCTION "check_in_days_refuse"();

CREATE TRIGGER "check_in_days_refuse_truncate"
BEFORE TRUNCATE ON "check_in_days"
FOR EACH STATEMENT EXECUTE FUNCTION "check_in_days_refuse"();

CREATE FUNCTION "consent_records_refuse"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'consent_records is only added to' USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "consent_records_refuse_change"
BEFORE UPDATE OR DELETE ON "consent_records"
FOR EACH ROW EXECUTE FUNCTION "consent_records_refuse"();

CREATE TRIGGER "consent_records_refuse_truncate"
BEFORE TRUNCATE ON "consent_records"
FOR EACH STATEMENT EXECUTE FUNCTION "consent_records_refuse"();

CREATE FUNCTION "entries_refuse"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'entries is only added to' USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "entries_refuse_change"
BEFORE UPDATE OR DELETE ON "entries"
FOR EACH ROW EXECUTE FUNCTION "entries_refuse"();

CREATE TRIGGER "entries_refuse_truncate"
BEFORE TRUNCATE ON "entries"
FOR EACH STATEMENT EXECUTE FUNCTION "entries_refuse"();

CREATE FUNCTION "programs_refuse"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'programs is only added to' USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "programs_refuse_change"
BEFORE UPDATE OR DELETE ON "programs"
FOR EACH ROW EXECUTE FUNCTION "programs_refuse"();

CREATE TRIGGER "programs_refuse_truncate"
BEFORE TRUNCATE ON "programs"
FOR EACH STATEMENT EXECUTE FUNCTION "programs_refuse"();

CREATE FUNCTION "receipts_refuse"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'receipts is only added to' USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "receipts_refuse_change"
BEFORE UPDATE OR DELETE ON "receipts"
FOR EACH ROW EXECUTE FUNCTION "receipts_refuse"();

CREATE TRIGGER "receipts_refuse_truncate"
BEFORE TRUNCATE ON "receipts"
FOR EACH STATEMENT EXECUTE FUNCTION "receipts_refuse"();

CREATE FUNCTION "tier_grants_refuse"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'tier_grants is only added to' USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "tier_grants_refuse_change"
BEFORE UPDATE OR DELETE ON "tier_grants"
FOR EACH ROW EXECUTE FUNCTION "tier_grants_refuse"();

CREATE TRIGGER "tier_grants_refuse_truncate"
BEFORE TRUNCATE ON "tier_grants"
FOR EACH STATEMENT EXECUTE FUNCTION "tier_grants_refuse"();
