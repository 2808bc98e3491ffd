CREATE TABLE `restock_told` (
	`item_id` text PRIMARY KEY NOT NULL,
	`received` integer NOT NULL,
	`told` integer NOT NULL
) STRICT;
