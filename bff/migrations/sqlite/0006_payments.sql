CREATE TABLE `cash_refunds` (
	`redemption_id` text PRIMARY KEY NOT NULL,
	`fen` integer NOT NULL,
	`at` integer NOT NULL,
	`done_at` integer
) STRICT;

CREATE INDEX `cash_refunds_due` ON `cash_refunds` (`done_at`,`at`);

ALTER TABLE `redemptions` ADD `pay_by` integer;

CREATE INDEX `redemptions_to_pay` ON `redemptions` (`state`,`pay_by`,`id`);
