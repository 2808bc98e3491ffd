CREATE TABLE `invitations` (
	`invitee_id` text PRIMARY KEY NOT NULL,
	`inviter_id` text NOT NULL,
	`code` text NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`suspicion` text,
	`order` text,
	`rewards_at` integer,
	`at` integer NOT NULL
) STRICT;

CREATE INDEX `invitations_of_inviter` ON `invitations` (`inviter_id`,`at`,`invitee_id`);

CREATE TABLE `quarantines` (
	`member_id` text NOT NULL,
	`seq` integer NOT NULL,
	`fact` text NOT NULL,
	`signal_id` text NOT NULL,
	`points` integer NOT NULL,
	`growth` integer NOT NULL,
	`day` text NOT NULL,
	`streak_days` integer NOT NULL,
	`at` integer NOT NULL,
	`review_at` integer NOT NULL,
	`state` text NOT NULL,
	`appealed_at` integer,
	`decided_at` integer,
	`decided_by` text,
	`note` text,
	`version` integer NOT NULL,
	PRIMARY KEY(`member_id`, `seq`),
	CONSTRAINT "quarantines_points" CHECK("quarantines"."points" >= 0),
	CONSTRAINT "quarantines_growth" CHECK("quarantines"."growth" >= 0)
) STRICT;

CREATE INDEX `quarantines_due` ON `quarantines` (`state`,`review_at`,`member_id`,`seq`);

CREATE TABLE `scene_codes` (
	`code` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`name` text,
	`at` integer NOT NULL
) STRICT;

CREATE UNIQUE INDEX `scene_codes_subject` ON `scene_codes` (`kind`,`subject_id`);

CREATE TABLE `scene_images` (
	`code` text PRIMARY KEY NOT NULL,
	`content_type` text NOT NULL,
	`bytes` text NOT NULL,
	`at` integer NOT NULL
) STRICT;

CREATE TABLE `visits` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`at` integer NOT NULL
) STRICT;

CREATE INDEX `visits_of_code` ON `visits` (`code`,`at`);

CREATE INDEX `visits_at` ON `visits` (`at`,`id`);

CREATE TABLE `traces` (
	`device_hash` text NOT NULL,
	`member_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`device_hash`, `member_id`)
) STRICT;

CREATE INDEX `traces_of_member` ON `traces` (`member_id`);

ALTER TABLE `outbox` ADD `fact` text;
