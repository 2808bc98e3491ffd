CREATE TABLE "adjustments" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"member_id" text collate "C" NOT NULL,
	"unit" text collate "C" NOT NULL,
	"amount" bigint NOT NULL,
	"reason" text collate "C" NOT NULL,
	"reference" text collate "C" NOT NULL,
	"staff_id" text collate "C" NOT NULL,
	"shop_id" text collate "C" NOT NULL,
	"state" text collate "C" NOT NULL,
	"payload_hash" text collate "C" NOT NULL,
	"day" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	"expires_at" bigint,
	"decided_by" text collate "C",
	"decided_at" bigint,
	CONSTRAINT "adjustments_amount" CHECK ("adjustments"."amount" <> 0)
);

CREATE TABLE "adjustment_days" (
	"staff_id" text collate "C" NOT NULL,
	"day" text collate "C" NOT NULL,
	"unit" text collate "C" NOT NULL,
	"used" bigint NOT NULL,
	CONSTRAINT "adjustment_days_staff_id_day_unit_pk" PRIMARY KEY("staff_id","day","unit"),
	CONSTRAINT "adjustment_days_used" CHECK ("adjustment_days"."used" > 0)
);

CREATE TABLE "audit" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"actor" text collate "C" NOT NULL,
	"action" text collate "C" NOT NULL,
	"member_id" text collate "C",
	"detail" json NOT NULL
);

CREATE TABLE "back_tests" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL,
	"by" text collate "C" NOT NULL,
	"draft_id" text collate "C",
	"body_hash" text collate "C" NOT NULL,
	"from" text collate "C" NOT NULL,
	"state" text collate "C" NOT NULL,
	"done" bigint NOT NULL,
	"total" bigint NOT NULL,
	"report" json,
	"started_at" bigint NOT NULL,
	"at" bigint NOT NULL,
	"ended_at" bigint
);

CREATE TABLE "badge_awards" (
	"member_id" text collate "C" NOT NULL,
	"badge_id" text collate "C" NOT NULL,
	"seq" bigint NOT NULL,
	"earned_on" text collate "C" NOT NULL,
	"rule_id" text collate "C" NOT NULL,
	CONSTRAINT "badge_awards_member_id_badge_id_seq_pk" PRIMARY KEY("member_id","badge_id","seq")
);

CREATE TABLE "badge_losses" (
	"member_id" text collate "C" NOT NULL,
	"badge_id" text collate "C" NOT NULL,
	"seq" bigint NOT NULL,
	"at" bigint NOT NULL,
	"why" text collate "C" NOT NULL,
	CONSTRAINT "badge_losses_member_id_badge_id_seq_pk" PRIMARY KEY("member_id","badge_id","seq")
);

CREATE TABLE "budgets" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"spent" bigint NOT NULL,
	CONSTRAINT "budgets_spent" CHECK ("budgets"."spent" >= 0)
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

CREATE TABLE "coupons" (
	"member_id" text collate "C" NOT NULL,
	"code" text collate "C" NOT NULL,
	"coupon_id" text collate "C" NOT NULL,
	"key" text collate "C" NOT NULL,
	"state" text collate "C" NOT NULL,
	"issued_on" text collate "C" NOT NULL,
	"expires_on" text collate "C" NOT NULL,
	"order" text collate "C",
	"reserved_until" bigint,
	"program_version" bigint NOT NULL,
	CONSTRAINT "coupons_member_id_code_pk" PRIMARY KEY("member_id","code")
);

CREATE TABLE "fact_reports" (
	"key" text collate "C" PRIMARY KEY NOT NULL,
	"member_id" text collate "C" NOT NULL,
	"said" text collate "C" NOT NULL,
	"at" bigint NOT NULL
);

CREATE TABLE "facts" (
	"member_id" text collate "C" NOT NULL,
	"seq" bigint NOT NULL,
	"key" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"body" json NOT NULL,
	"actor" text collate "C" NOT NULL,
	"day" text collate "C" NOT NULL,
	"trusted_day" text collate "C" NOT NULL,
	"recorded_at" bigint NOT NULL,
	"program_version" bigint NOT NULL,
	CONSTRAINT "facts_member_id_seq_pk" PRIMARY KEY("member_id","seq")
);

CREATE TABLE "job_runs" (
	"job" text collate "C" NOT NULL,
	"day" text collate "C" NOT NULL,
	"started_at" bigint NOT NULL,
	"at" bigint NOT NULL,
	"done" bigint NOT NULL,
	"failed" bigint NOT NULL,
	"total" bigint NOT NULL,
	"ended_at" bigint,
	CONSTRAINT "job_runs_job_day_started_at_pk" PRIMARY KEY("job","day","started_at")
);

CREATE TABLE "entries" (
	"member_id" text collate "C" NOT NULL,
	"seq" bigint NOT NULL,
	"unit" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"amount" bigint NOT NULL,
	"balance_after" bigint NOT NULL,
	"key" text collate "C" NOT NULL,
	"rule_id" text collate "C",
	"program_version" bigint NOT NULL,
	"parts" json NOT NULL,
	"moves" json NOT NULL,
	"actor" text collate "C" NOT NULL,
	"day" text collate "C" NOT NULL,
	"recorded_at" bigint NOT NULL,
	"prev_hash" text collate "C" NOT NULL,
	"hash" text collate "C" NOT NULL,
	CONSTRAINT "entries_member_id_seq_pk" PRIMARY KEY("member_id","seq"),
	CONSTRAINT "entries_unit" CHECK ("entries"."unit" in ('points', 'growth', 'debt')),
	CONSTRAINT "entries_amount" CHECK ("entries"."amount" <> 0),
	CONSTRAINT "entries_balance" CHECK ("entries"."balance_after" >= 0),
	CONSTRAINT "entries_seq" CHECK ("entries"."seq" > 0)
);

CREATE TABLE "refusals" (
	"member_id" text collate "C" NOT NULL,
	"key" text collate "C" NOT NULL,
	"unit" text collate "C" NOT NULL,
	"rule_id" text collate "C" NOT NULL,
	"limit_id" text collate "C" NOT NULL,
	"wanted" bigint NOT NULL,
	"given" bigint NOT NULL,
	"day" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "refusals_member_id_key_unit_pk" PRIMARY KEY("member_id","key","unit")
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
	"pending" bigint NOT NULL,
	"held" bigint NOT NULL,
	"debt" bigint NOT NULL,
	"tier_id" text collate "C" NOT NULL,
	"entry_seq" bigint NOT NULL,
	"fact_seq" bigint NOT NULL,
	"chain_head" text collate "C" NOT NULL,
	"last_at" bigint NOT NULL,
	"due_on" text collate "C" NOT NULL,
	"rest" json NOT NULL,
	CONSTRAINT "members_points" CHECK ("members"."points" between 0 and 9007199254740991),
	CONSTRAINT "members_growth" CHECK ("members"."growth" between 0 and 9007199254740991),
	CONSTRAINT "members_pending" CHECK ("members"."pending" >= 0),
	CONSTRAINT "members_held" CHECK ("members"."held" >= 0),
	CONSTRAINT "members_debt" CHECK ("members"."debt" >= 0)
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

CREATE TABLE "orders" (
	"member_id" text collate "C" NOT NULL,
	"key" text collate "C" NOT NULL,
	"shop_id" text collate "C" NOT NULL,
	"receipt_no" text collate "C" NOT NULL,
	"paid_at" bigint NOT NULL,
	"version" bigint NOT NULL,
	"body" json NOT NULL,
	CONSTRAINT "orders_member_id_key_pk" PRIMARY KEY("member_id","key"),
	CONSTRAINT "orders_version" CHECK ("orders"."version" > 0)
);

CREATE TABLE "outbox" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"key" text collate "C" NOT NULL,
	"member_id" text collate "C" NOT NULL,
	"channel" text collate "C" NOT NULL,
	"notice" json,
	"event" json,
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

CREATE TABLE "program_drafts" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL,
	"status" text collate "C" NOT NULL,
	"author_id" text collate "C" NOT NULL,
	"editor_id" text collate "C" NOT NULL,
	"based_on" bigint NOT NULL,
	"reason" text collate "C" NOT NULL,
	"body" json NOT NULL,
	"body_hash" text collate "C" NOT NULL,
	"problems" json NOT NULL,
	"created_at" bigint NOT NULL,
	"changed_at" bigint NOT NULL,
	"review" json,
	"published_version" bigint
);

CREATE TABLE "programs" (
	"version" bigint PRIMARY KEY NOT NULL,
	"published_at" bigint NOT NULL,
	"published_by" text collate "C" NOT NULL,
	"approved_by" text collate "C",
	"reason" text collate "C" NOT NULL,
	"live_at" bigint NOT NULL,
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

CREATE TABLE "service_keys" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text collate "C" NOT NULL,
	"shop_id" text collate "C",
	"slot" text collate "C",
	"created_at" bigint NOT NULL,
	"retired_at" bigint
);

CREATE TABLE "service_nonces" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"used_at" bigint NOT NULL
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

CREATE TABLE "tier_steps" (
	"member_id" text collate "C" NOT NULL,
	"fact_seq" bigint NOT NULL,
	"nth" bigint NOT NULL,
	"kind" text collate "C" NOT NULL,
	"grant" json NOT NULL,
	"tier_id" text collate "C" NOT NULL,
	"earned" bigint,
	"needed" bigint,
	"day" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "tier_steps_member_id_fact_seq_nth_pk" PRIMARY KEY("member_id","fact_seq","nth")
);

CREATE TABLE "webhooks" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"url" text collate "C" NOT NULL,
	"events" json NOT NULL,
	"active" boolean NOT NULL,
	"created_at" bigint NOT NULL
);

CREATE TABLE "webhook_deliveries" (
	"message_id" text collate "C" NOT NULL,
	"webhook_id" text collate "C" NOT NULL,
	"member_id" text collate "C" NOT NULL,
	"event" json NOT NULL,
	"happened_at" bigint NOT NULL,
	"state" text collate "C" NOT NULL,
	"tries" bigint NOT NULL,
	"due_at" bigint NOT NULL,
	"result" text collate "C",
	CONSTRAINT "webhook_deliveries_message_id_webhook_id_pk" PRIMARY KEY("message_id","webhook_id")
);

CREATE INDEX "adjustments_of_member" ON "adjustments" USING btree ("member_id","at");

CREATE INDEX "adjustments_waiting" ON "adjustments" USING btree ("state","expires_at");

CREATE INDEX "audit_of_member" ON "audit" USING btree ("member_id","action","at","id");

CREATE INDEX "back_tests_by_start" ON "back_tests" USING btree ("started_at","id");

CREATE INDEX "badge_awards_by_badge" ON "badge_awards" USING btree ("badge_id");

CREATE INDEX "badge_losses_by_badge" ON "badge_losses" USING btree ("badge_id");

CREATE UNIQUE INDEX "coupons_code" ON "coupons" USING btree ("code");

CREATE UNIQUE INDEX "coupons_key" ON "coupons" USING btree ("member_id","key");

CREATE INDEX "coupons_of_order" ON "coupons" USING btree ("order");

CREATE UNIQUE INDEX "facts_key" ON "facts" USING btree ("member_id","key");

CREATE INDEX "facts_by_time" ON "facts" USING btree ("recorded_at","member_id","seq");

CREATE INDEX "facts_benefit_used" ON "facts" USING btree ("member_id","seq") WHERE kind = 'benefit-used';

CREATE UNIQUE INDEX "entries_key" ON "entries" USING btree ("member_id","unit","key");

CREATE INDEX "refusals_by_time" ON "refusals" USING btree ("member_id","at");

CREATE UNIQUE INDEX "member_codes_short_code" ON "member_codes" USING btree ("short_code");

CREATE INDEX "member_codes_by_expiry" ON "member_codes" USING btree ("expires_at");

CREATE INDEX "members_due" ON "members" USING btree ("due_on","id");

CREATE INDEX "members_tier" ON "members" USING btree ("tier_id");

CREATE INDEX "identities_of_member" ON "identities" USING btree ("member_id");

CREATE UNIQUE INDEX "orders_key" ON "orders" USING btree ("key");

CREATE UNIQUE INDEX "orders_receipt" ON "orders" USING btree ("shop_id","receipt_no");

CREATE INDEX "orders_by_time" ON "orders" USING btree ("member_id","paid_at");

CREATE UNIQUE INDEX "outbox_key" ON "outbox" USING btree ("key");

CREATE INDEX "outbox_due" ON "outbox" USING btree ("channel","done_at","due_at");

CREATE INDEX "phone_codes_by_expiry" ON "phone_codes" USING btree ("expires_at");

CREATE INDEX "program_drafts_by_change" ON "program_drafts" USING btree ("changed_at","id");

CREATE UNIQUE INDEX "service_keys_slot" ON "service_keys" USING btree ("slot");

CREATE INDEX "service_keys_by_time" ON "service_keys" USING btree ("created_at","id");

CREATE INDEX "service_nonces_by_time" ON "service_nonces" USING btree ("used_at");

CREATE INDEX "sessions_of_subject" ON "sessions" USING btree ("hat","subject_id");

CREATE INDEX "sessions_by_expiry" ON "sessions" USING btree ("expires_at");

CREATE UNIQUE INDEX "staff_phone" ON "staff" USING btree ("phone_hash");

CREATE INDEX "webhook_deliveries_due" ON "webhook_deliveries" USING btree ("webhook_id","state","due_at","message_id");

CREATE INDEX "webhook_deliveries_by_state" ON "webhook_deliveries" USING btree ("state","happened_at","message_id","webhook_id");

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

CREATE FUNCTION "badge_losses_refuse"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'badge_losses is only added to' USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "badge_losses_refuse_change"
BEFORE UPDATE OR DELETE ON "badge_losses"
FOR EACH ROW EXECUTE FUNCTION "badge_losses_refuse"();

CREATE TRIGGER "badge_losses_refuse_truncate"
BEFORE TRUNCATE ON "badge_losses"
FOR EACH STATEMENT EXECUTE FUNCTION "badge_losses_refuse"();

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

CREATE FUNCTION "fact_reports_refuse"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'fact_reports is only added to' USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "fact_reports_refuse_change"
BEFORE UPDATE OR DELETE ON "fact_reports"
FOR EACH ROW EXECUTE FUNCTION "fact_reports_refuse"();

CREATE TRIGGER "fact_reports_refuse_truncate"
BEFORE TRUNCATE ON "fact_reports"
FOR EACH STATEMENT EXECUTE FUNCTION "fact_reports_refuse"();

CREATE FUNCTION "facts_refuse"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'facts is only added to' USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "facts_refuse_change"
BEFORE UPDATE OR DELETE ON "facts"
FOR EACH ROW EXECUTE FUNCTION "facts_refuse"();

CREATE TRIGGER "facts_refuse_truncate"
BEFORE TRUNCATE ON "facts"
FOR EACH STATEMENT EXECUTE FUNCTION "facts_refuse"();

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

CREATE FUNCTION "refusals_refuse"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'refusals is only added to' USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "refusals_refuse_change"
BEFORE UPDATE OR DELETE ON "refusals"
FOR EACH ROW EXECUTE FUNCTION "refusals_refuse"();

CREATE TRIGGER "refusals_refuse_truncate"
BEFORE TRUNCATE ON "refusals"
FOR EACH STATEMENT EXECUTE FUNCTION "refusals_refuse"();

CREATE FUNCTION "tier_steps_refuse"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'tier_steps is only added to' USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "tier_steps_refuse_change"
BEFORE UPDATE OR DELETE ON "tier_steps"
FOR EACH ROW EXECUTE FUNCTION "tier_steps_refuse"();

CREATE TRIGGER "tier_steps_refuse_truncate"
BEFORE TRUNCATE ON "tier_steps"
FOR EACH STATEMENT EXECUTE FUNCTION "tier_steps_refuse"();
