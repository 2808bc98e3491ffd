CREATE TABLE `restock_reminders` (
	`item_id` text NOT NULL,
	`member_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`item_id`, `member_id`)
) STRICT;

CREATE INDEX `restock_reminders_in_order` ON `restock_reminders` (`item_id`,`at`,`member_id`);

CREATE TABLE `subscriptions` (
	`member_id` text NOT NULL,
	`notice` text NOT NULL,
	`left` integer NOT NULL,
	PRIMARY KEY(`member_id`, `notice`),
	CONSTRAINT "subscriptions_left" CHECK("subscriptions"."left" >= 0)
) STRICT;
