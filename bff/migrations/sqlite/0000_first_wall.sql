CREATE TABLE `audit` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`member_id` text,
	`detail` text NOT NULL
) STRICT;

CREATE INDEX `audit_of_member` ON `audit` (`member_id`,`action`,`at`,`id`);

CREATE TABLE `badge_awards` (
	`member_id` text NOT NULL,
	`badge_id` text NOT NULL,
	`earned_on` text NOT NULL,
	`rule_id` text NOT NULL,
	PRIMARY KEY(`member_id`, `badge_id`)
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

CREATE TABLE `entries` (
	`member_id` text NOT NULL,
	`seq` integer NOT NULL,
	`unit` text NOT NULL,
	`kind` text NOT NULL,
	`amount` integer NOT NULL,
	`balance_after` integer NOT NULL,
	`key` text NOT NULL,
	`rule_id` text NOT NULL,
	`program_version` integer NOT NULL,
	`parts` text NOT NULL,
	`actor` text NOT NULL,
	`day` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`prev_hash` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`member_id`, `seq`),
	CONSTRAINT "entries_unit" CHECK("entries"."unit" in ('points', 'growth')),
	CONSTRAINT "entries_amount" CHECK("entries"."amount" <> 0),
	CONSTRAINT "entries_balance" CHECK("entries"."balance_after" >= 0),
	CONSTRAINT "entries_seq" CHECK("entries"."seq" > 0)
) STRICT;

CREATE UNIQUE INDEX `entries_key` ON `entries` (`member_id`,`unit`,`key`);

CREATE TABLE `lots` (
	`member_id` text NOT NULL,
	`entry_seq` integer NOT NULL,
	`granted` integer NOT NULL,
	`remaining` integer NOT NULL,
	`expires_on` text NOT NULL,
	PRIMARY KEY(`member_id`, `entry_seq`),
	CONSTRAINT "lots_remaining" CHECK("lots"."remaining" between 0 and "lots"."granted")
) STRICT;

CREATE INDEX `lots_by_expiry` ON `lots` (`member_id`,`expires_on`);

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
	`tier_id` text NOT NULL,
	`entry_seq` integer NOT NULL,
	`chain_head` text NOT NULL,
	`last_at` integer NOT NULL,
	`rest` text NOT NULL,
	CONSTRAINT "members_points" CHECK("members"."points" between 0 and 9007199254740991),
	CONSTRAINT "members_growth" CHECK("members"."growth" between 0 and 9007199254740991)
) STRICT;

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

CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`member_id` text NOT NULL,
	`notice` text NOT NULL,
	`due_at` integer NOT NULL,
	`attempts` integer NOT NULL,
	`claimed_until` integer NOT NULL,
	`done_at` integer,
	`result` text
) STRICT;

CREATE UNIQUE INDEX `outbox_key` ON `outbox` (`key`);

CREATE INDEX `outbox_due` ON `outbox` (`done_at`,`due_at`);

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

CREATE TABLE `programs` (
	`version` integer PRIMARY KEY NOT NULL,
	`published_at` integer NOT NULL,
	`published_by` text NOT NULL,
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

CREATE TABLE `tier_grants` (
	`member_id` text NOT NULL,
	`tier_id` text NOT NULL,
	`reason` text NOT NULL,
	`from` text NOT NULL,
	`until` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`member_id`, `tier_id`, `reason`, `from`)
) STRICT;

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

CREATE TRIGGER `tier_grants_refuse_update`
BEFORE UPDATE ON `tier_grants`
BEGIN
  SELECT RAISE(ABORT, 'tier_grants is only added to');
END;

CREATE TRIGGER `tier_grants_refuse_delete`
BEFORE DELETE ON `tier_grants`
BEGIN
  SELECT RAISE(ABORT, 'tier_grants is only added to');
END;
