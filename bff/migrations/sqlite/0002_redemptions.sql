CREATE TABLE `redemption_addresses` (
	`redemption_id` text PRIMARY KEY NOT NULL,
	`sealed` text NOT NULL,
	`at` integer NOT NULL
) STRICT;

CREATE INDEX `redemption_addresses_by_time` ON `redemption_addresses` (`at`,`redemption_id`);

CREATE TABLE `redemptions` (
	`member_id` text NOT NULL,
	`id` text NOT NULL,
	`version` integer NOT NULL,
	`item_id` text NOT NULL,
	`state` text NOT NULL,
	`voucher` text NOT NULL,
	`created_at` integer NOT NULL,
	`collect_by` text,
	`body` text NOT NULL,
	PRIMARY KEY(`member_id`, `id`),
	CONSTRAINT "redemptions_version" CHECK("redemptions"."version" > 0)
) STRICT;

CREATE UNIQUE INDEX `redemptions_id` ON `redemptions` (`id`);

CREATE UNIQUE INDEX `redemptions_voucher` ON `redemptions` (`voucher`);

CREATE INDEX `redemptions_of_item` ON `redemptions` (`member_id`,`item_id`);

CREATE INDEX `redemptions_by_time` ON `redemptions` (`member_id`,`created_at`,`id`);

CREATE INDEX `redemptions_to_collect` ON `redemptions` (`state`,`collect_by`,`id`);
