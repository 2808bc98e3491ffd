CREATE TABLE `adjustments` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`unit` text NOT NULL,
	`amount` integer NOT NULL,
	`reason` text NOT NULL,
	`reference` text NOT NULL,
	`staff_id` text NOT NULL,
	`shop_id` text NOT NULL,
	`state` text NOT NULL,
	`payload_hash` text NOT NULL,
	`day` text NOT NULL,
	`at` integer NOT NULL,
	`expires_at` integer,
	`decided_by` text,
	`decided_at` integer,
	CONSTRAINT "adjustments_amount" CHECK("adjustments"."amount" <> 0)
) STRICT;

CREATE INDEX `adjustments_of_member` ON `adjustments` (`member_id`,`at`);

CREATE INDEX `adjustments_waiting` ON `adjustments` (`state`,`expires_at`);

CREATE TABLE `adjustment_days` (
	`staff_id` text NOT NULL,
	`day` text NOT NULL,
	`unit` text NOT NULL,
	`used` integer NOT NULL,
	PRIMARY KEY(`staff_id`, `day`, `unit`),
	CONSTRAINT "adjustment_days_used" CHECK("adjustment_days"."used" > 0)
) STRICT;

CREATE TABLE `audit` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`member_id` text,
	`detail` text NOT NULL
) STRICT;

CREATE INDEX `audit_of_member` ON `audit` (`member_id`,`action`,`at`,`id`);

CREATE TABLE `back_tests` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`by` text NOT NULL,
	`draft_id` text,
	`body_hash` text NOT NULL,
	`from` text NOT NULL,
	`state` text NOT NULL,
	`done` integer NOT NULL,
	`total` integer NOT NULL,
	`report` text,
	`started_at` integer NOT NULL,
	`at` integer NOT NULL,
	`ended_at` integer
) STRICT;

CREATE INDEX `back_tests_by_start` ON `back_tests` (`started_at`,`id`);

CREATE TABLE `badge_awards` (
	`member_id` text NOT NULL,
	`badge_id` text NOT NULL,
	`seq` integer NOT NULL,
	`earned_on` text NOT NULL,
	`rule_id` text NOT NULL,
	PRIMARY KEY(`member_id`, `badge_id`, `seq`)
) STRICT;

CREATE INDEX `badge_awards_by_badge` ON `badge_awards` (`badge_id`);

CREATE TABLE `badge_losses` (
	`member_id` text NOT NULL,
	`badge_id` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`why` text NOT NULL,
	PRIMARY KEY(`member_id`, `badge_id`, `seq`)
) STRICT;

CREATE INDEX `badge_losses_by_badge` ON `badge_losses` (`badge_id`);

CREATE TABLE `budgets` (
	`id` text PRIMARY KEY NOT NULL,
	`spent` integer NOT NULL,
	CONSTRAINT "budgets_spent" CHECK("budgets"."spent" >= 0)
) STRICT;

CREATE TABLE `check_in_days` (
	`member_id` text NOT NULL,
	`day` text NOT NULL,
	`kind` text NOT NULL,
	`streak_days` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`member_id`, `day`)
) STRICT;

CREATE TABLE `clock` (
	`id` text PRIMARY KEY NOT NULL,
	`high_water_at` integer NOT NULL,
	`confirmed_at` integer
) STRICT;

CREATE TABLE `consent_records` (
	`member_id` text NOT NULL,
	`purpose` text NOT NULL,
	`at` integer NOT NULL,
	`given` integer NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`member_id`, `purpose`, `at`),
	CONSTRAINT "consent_version" CHECK("consent_records"."version" > 0)
) STRICT;

CREATE TABLE `coupons` (
	`member_id` text NOT NULL,
	`code` text NOT NULL,
	`coupon_id` text NOT NULL,
	`key` text NOT NULL,
	`state` text NOT NULL,
	`issued_on` text NOT NULL,
	`expires_on` text NOT NULL,
	`order` text,
	`reserved_until` integer,
	`program_version` integer NOT NULL,
	PRIMARY KEY(`member_id`, `code`)
) STRICT;

CREATE UNIQUE INDEX `coupons_code` ON `coupons` (`code`);

CREATE UNIQUE INDEX `coupons_key` ON `coupons` (`member_id`,`key`);

CREATE INDEX `coupons_of_order` ON `coupons` (`order`);

CREATE TABLE `fact_reports` (
	`key` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`said` text NOT NULL,
	`at` integer NOT NULL
) STRICT;

CREATE TABLE `facts` (
	`member_id` text NOT NULL,
	`seq` integer NOT NULL,
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`body` text NOT NULL,
	`actor` text NOT NULL,
	`day` text NOT NULL,
	`trusted_day` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`program_version` integer NOT NULL,
	PRIMARY KEY(`member_id`, `seq`)
) STRICT;

CREATE UNIQUE INDEX `facts_key` ON `facts` (`member_id`,`key`);

CREATE INDEX `facts_by_time` ON `facts` (`recorded_at`,`member_id`,`seq`);

CREATE INDEX `facts_benefit_used` ON `facts` (`member_id`,`seq`) WHERE kind = 'benefit-used';

CREATE TABLE `job_runs` (
	`job` text NOT NULL,
	`day` text NOT NULL,
	`started_at` integer NOT NULL,
	`at` integer NOT NULL,
	`done` integer NOT NULL,
	`failed` integer NOT NULL,
	`total` integer NOT NULL,
	`ended_at` integer,
	PRIMARY KEY(`job`, `day`, `started_at`)
) STRICT;

CREATE TABLE `entries` (
	`member_id` text NOT NULL,
	`seq` integer NOT NULL,
	`unit` text NOT NULL,
	`kind` text NOT NULL,
	`amount` integer NOT NULL,
	`balance_after` integer NOT NULL,
	`key` text NOT NULL,
	`rule_id` text,
	`program_version` integer NOT NULL,
	`parts` text NOT NULL,
	`moves` text NOT NULL,
	`actor` text NOT NULL,
	`day` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`prev_hash` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`member_id`, `seq`),
	CONSTRAINT "entries_unit" CHECK("entries"."unit" in ('points', 'growth', 'debt')),
	CONSTRAINT "entries_amount" CHECK("entries"."amount" <> 0),
	CONSTRAINT "entries_balance" CHECK("entries"."balance_after" >= 0),
	CONSTRAINT "entries_seq" CHECK("entries"."seq" > 0)
) STRICT;

CREATE UNIQUE INDEX `entries_key` ON `entries` (`member_id`,`unit`,`key`);

CREATE TABLE `refusals` (
	`member_id` text NOT NULL,
	`key` text NOT NULL,
	`unit` text NOT NULL,
	`rule_id` text NOT NULL,
	`limit_id` text NOT NULL,
	`wanted` integer NOT NULL,
	`given` integer NOT NULL,
	`day` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`member_id`, `key`, `unit`)
) STRICT;

CREATE INDEX `refusals_by_time` ON `refusals` (`member_id`,`at`);

CREATE TABLE `member_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`short_code` text NOT NULL,
	`issued_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`used_by` text
) STRICT;

CREATE UNIQUE INDEX `member_codes_short_code` ON `member_codes` (`short_code`);

CREATE INDEX `member_codes_by_expiry` ON `member_codes` (`expires_at`);

CREATE TABLE `members` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`joined_at` integer NOT NULL,
	`points` integer NOT NULL,
	`growth` integer NOT NULL,
	`pending` integer NOT NULL,
	`held` integer NOT NULL,
	`debt` integer NOT NULL,
	`tier_id` text NOT NULL,
	`entry_seq` integer NOT NULL,
	`fact_seq` integer NOT NULL,
	`chain_head` text NOT NULL,
	`last_at` integer NOT NULL,
	`due_on` text NOT NULL,
	`rest` text NOT NULL,
	CONSTRAINT "members_points" CHECK("members"."points" between 0 and 9007199254740991),
	CONSTRAINT "members_growth" CHECK("members"."growth" between 0 and 9007199254740991),
	CONSTRAINT "members_pending" CHECK("members"."pending" >= 0),
	CONSTRAINT "members_held" CHECK("members"."held" >= 0),
	CONSTRAINT "members_debt" CHECK("members"."debt" >= 0)
) STRICT;

CREATE INDEX `members_due` ON `members` (`due_on`,`id`);

CREATE INDEX `members_tier` ON `members` (`tier_id`);

CREATE TABLE `profiles` (
	`member_id` text PRIMARY KEY NOT NULL,
	`alias` text NOT NULL,
	`phone_mask` text
) STRICT;

CREATE TABLE `identities` (
	`identity` text NOT NULL,
	`subject` text NOT NULL,
	`member_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`identity`, `subject`)
) STRICT;

CREATE INDEX `identities_of_member` ON `identities` (`member_id`);

CREATE TABLE `orders` (
	`member_id` text NOT NULL,
	`key` text NOT NULL,
	`shop_id` text NOT NULL,
	`receipt_no` text NOT NULL,
	`paid_at` integer NOT NULL,
	`version` integer NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`member_id`, `key`),
	CONSTRAINT "orders_version" CHECK("orders"."version" > 0)
) STRICT;

CREATE UNIQUE INDEX `orders_key` ON `orders` (`key`);

CREATE UNIQUE INDEX `orders_receipt` ON `orders` (`shop_id`,`receipt_no`);

CREATE INDEX `orders_by_time` ON `orders` (`member_id`,`paid_at`);

CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`member_id` text NOT NULL,
	`channel` text NOT NULL,
	`notice` text,
	`event` text,
	`due_at` integer NOT NULL,
	`attempts` integer NOT NULL,
	`claimed_until` integer NOT NULL,
	`done_at` integer,
	`result` text
) STRICT;

CREATE UNIQUE INDEX `outbox_key` ON `outbox` (`key`);

CREATE INDEX `outbox_due` ON `outbox` (`channel`,`done_at`,`due_at`);

CREATE TABLE `phone_codes` (
	`phone_hash` text PRIMARY KEY NOT NULL,
	`code_hash` text NOT NULL,
	`sent_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`tries` integer NOT NULL,
	`used_at` integer,
	`day` text NOT NULL,
	`codes_that_day` integer NOT NULL,
	CONSTRAINT "phone_codes_tries" CHECK("phone_codes"."tries" >= 0)
) STRICT;

CREATE INDEX `phone_codes_by_expiry` ON `phone_codes` (`expires_at`);

CREATE TABLE `program_drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`status` text NOT NULL,
	`author_id` text NOT NULL,
	`editor_id` text NOT NULL,
	`based_on` integer NOT NULL,
	`reason` text NOT NULL,
	`body` text NOT NULL,
	`body_hash` text NOT NULL,
	`problems` text NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`review` text,
	`published_version` integer
) STRICT;

CREATE INDEX `program_drafts_by_change` ON `program_drafts` (`changed_at`,`id`);

CREATE TABLE `programs` (
	`version` integer PRIMARY KEY NOT NULL,
	`published_at` integer NOT NULL,
	`published_by` text NOT NULL,
	`approved_by` text,
	`reason` text NOT NULL,
	`live_at` integer NOT NULL,
	`body` text NOT NULL
) STRICT;

CREATE TABLE `receipts` (
	`actor` text NOT NULL,
	`key` text NOT NULL,
	`asked` text NOT NULL,
	`outcome` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`actor`, `key`)
) STRICT;

CREATE TABLE `service_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`shop_id` text,
	`slot` text,
	`created_at` integer NOT NULL,
	`retired_at` integer
) STRICT;

CREATE UNIQUE INDEX `service_keys_slot` ON `service_keys` (`slot`);

CREATE INDEX `service_keys_by_time` ON `service_keys` (`created_at`,`id`);

CREATE TABLE `service_nonces` (
	`id` text PRIMARY KEY NOT NULL,
	`used_at` integer NOT NULL
) STRICT;

CREATE INDEX `service_nonces_by_time` ON `service_nonces` (`used_at`);

CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`hat` text NOT NULL,
	`subject_id` text NOT NULL,
	`opened_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ended_at` integer
) STRICT;

CREATE INDEX `sessions_of_subject` ON `sessions` (`hat`,`subject_id`);

CREATE INDEX `sessions_by_expiry` ON `sessions` (`expires_at`);

CREATE TABLE `shops` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL
) STRICT;

CREATE TABLE `staff` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`phone_hash` text NOT NULL,
	`role` text NOT NULL,
	`shop_id` text NOT NULL,
	`active` integer NOT NULL
) STRICT;

CREATE UNIQUE INDEX `staff_phone` ON `staff` (`phone_hash`);

CREATE TABLE `tier_steps` (
	`member_id` text NOT NULL,
	`fact_seq` integer NOT NULL,
	`nth` integer NOT NULL,
	`kind` text NOT NULL,
	`grant` text NOT NULL,
	`tier_id` text NOT NULL,
	`earned` integer,
	`needed` integer,
	`day` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`member_id`, `fact_seq`, `nth`)
) STRICT;

CREATE TABLE `webhooks` (
	`id` text PRIMARY KEY NOT NULL,
	`url` text NOT NULL,
	`events` text NOT NULL,
	`active` integer NOT NULL,
	`created_at` integer NOT NULL
) STRICT;

CREATE TABLE `webhook_deliveries` (
	`message_id` text NOT NULL,
	`webhook_id` text NOT NULL,
	`member_id` text NOT NULL,
	`event` text NOT NULL,
	`happened_at` integer NOT NULL,
	`state` text NOT NULL,
	`tries` integer NOT NULL,
	`due_at` integer NOT NULL,
	`result` text,
	PRIMARY KEY(`message_id`, `webhook_id`)
) STRICT;

CREATE INDEX `webhook_deliveries_due` ON `webhook_deliveries` (`webhook_id`,`state`,`due_at`,`message_id`);

CREATE INDEX `webhook_deliveries_by_state` ON `webhook_deliveries` (`state`,`happened_at`,`message_id`,`webhook_id`);

CREATE TRIGGER `audit_refuse_update`
BEFORE UPDATE ON `audit`
BEGIN
  SELECT RAISE(ABORT, 'audit is only added to');
END;

CREATE TRIGGER `audit_refuse_delete`
BEFORE DELETE ON `audit`
BEGIN
  SELECT RAISE(ABORT, 'audit is only added to');
END;

CREATE TRIGGER `badge_awards_refuse_update`
BEFORE UPDATE ON `badge_awards`
BEGIN
  SELECT RAISE(ABORT, 'badge_awards is only added to');
END;

CREATE TRIGGER `badge_awards_refuse_delete`
BEFORE DELETE ON `badge_awards`
BEGIN
  SELECT RAISE(ABORT, 'badge_awards is only added to');
END;

CREATE TRIGGER `badge_losses_refuse_update`
BEFORE UPDATE ON `badge_losses`
BEGIN
  SELECT RAISE(ABORT, 'badge_losses is only added to');
END;

CREATE TRIGGER `badge_losses_refuse_delete`
BEFORE DELETE ON `badge_losses`
BEGIN
  SELECT RAISE(ABORT, 'badge_losses is only added to');
END;

CREATE TRIGGER `check_in_days_refuse_update`
BEFORE UPDATE ON `check_in_days`
BEGIN
  SELECT RAISE(ABORT, 'check_in_days is only added to');
END;

CREATE TRIGGER `check_in_days_refuse_delete`
BEFORE DELETE ON `check_in_days`
BEGIN
  SELECT RAISE(ABORT, 'check_in_days is only added to');
END;

CREATE TRIGGER `consent_records_refuse_update`
BEFORE UPDATE ON `consent_records`
BEGIN
  SELECT RAISE(ABORT, 'consent_records is only added to');
END;

CREATE TRIGGER `consent_records_refuse_delete`
BEFORE DELETE ON `consent_records`
BEGIN
  SELECT RAISE(ABORT, 'consent_records is only added to');
END;

CREATE TRIGGER `entries_refuse_update`
BEFORE UPDATE ON `entries`
BEGIN
  SELECT RAISE(ABORT, 'entries is only added to');
END;

CREATE TRIGGER `entries_refuse_delete`
BEFORE DELETE ON `entries`
BEGIN
  SELECT RAISE(ABORT, 'entries is only added to');
END;

CREATE TRIGGER `fact_reports_refuse_update`
BEFORE UPDATE ON `fact_reports`
BEGIN
  SELECT RAISE(ABORT, 'fact_reports is only added to');
END;

CREATE TRIGGER `fact_reports_refuse_delete`
BEFORE DELETE ON `fact_reports`
BEGIN
  SELECT RAISE(ABORT, 'fact_reports is only added to');
END;

CREATE TRIGGER `facts_refuse_update`
BEFORE UPDATE ON `facts`
BEGIN
  SELECT RAISE(ABORT, 'facts is only added to');
END;

CREATE TRIGGER `facts_refuse_delete`
BEFORE DELETE ON `facts`
BEGIN
  SELECT RAISE(ABORT, 'facts is only added to');
END;

CREATE TRIGGER `programs_refuse_update`
BEFORE UPDATE ON `programs`
BEGIN
  SELECT RAISE(ABORT, 'programs is only added to');
END;

CREATE TRIGGER `programs_refuse_delete`
BEFORE DELETE ON `programs`
BEGIN
  SELECT RAISE(ABORT, 'programs is only added to');
END;

CREATE TRIGGER `receipts_refuse_update`
BEFORE UPDATE ON `receipts`
BEGIN
  SELECT RAISE(ABORT, 'receipts is only added to');
END;

CREATE TRIGGER `receipts_refuse_delete`
BEFORE DELETE ON `receipts`
BEGIN
  SELECT RAISE(ABORT, 'receipts is only added to');
END;

CREATE TRIGGER `refusals_refuse_update`
BEFORE UPDATE ON `refusals`
BEGIN
  SELECT RAISE(ABORT, 'refusals is only added to');
END;

CREATE TRIGGER `refusals_refuse_delete`
BEFORE DELETE ON `refusals`
BEGIN
  SELECT RAISE(ABORT, 'refusals is only added to');
END;

CREATE TRIGGER `tier_steps_refuse_update`
BEFORE UPDATE ON `tier_steps`
BEGIN
  SELECT RAISE(ABORT, 'tier_steps is only added to');
END;

CREATE TRIGGER `tier_steps_refuse_delete`
BEFORE DELETE ON `tier_steps`
BEGIN
  SELECT RAISE(ABORT, 'tier_steps is only added to');
END;
