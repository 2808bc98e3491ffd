CREATE TABLE `mall_items` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`state` text NOT NULL,
	`category` text NOT NULL,
	`body` text NOT NULL,
	CONSTRAINT "mall_items_version" CHECK("mall_items"."version" > 0)
) STRICT;

CREATE INDEX `mall_items_by_state` ON `mall_items` (`state`,`id`);

CREATE TABLE `mall_stock` (
	`item_id` text PRIMARY KEY NOT NULL,
	`received` integer NOT NULL,
	`left` integer NOT NULL,
	CONSTRAINT "mall_stock_left" CHECK("mall_stock"."left" >= 0 and "mall_stock"."left" <= "mall_stock"."received")
) STRICT;

CREATE TABLE `mall_codes` (
	`item_id` text NOT NULL,
	`nth` integer NOT NULL,
	`code` text NOT NULL,
	`redemption_id` text,
	PRIMARY KEY(`item_id`, `nth`)
) STRICT;

CREATE UNIQUE INDEX `mall_codes_once` ON `mall_codes` (`item_id`,`code`);

CREATE INDEX `mall_codes_of_redemption` ON `mall_codes` (`redemption_id`);

CREATE INDEX `mall_codes_free` ON `mall_codes` (`item_id`,`redemption_id`,`nth`);
