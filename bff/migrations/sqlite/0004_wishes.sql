CREATE TABLE `wishes` (
	`member_id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`at` integer NOT NULL
) STRICT;
