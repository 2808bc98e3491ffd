DROP TRIGGER `look_up_objections_refuse_update`;

DROP TRIGGER `look_up_objections_refuse_delete`;

CREATE TABLE `closures` (
	`member_id` text PRIMARY KEY NOT NULL,
	`requested_at` integer NOT NULL,
	`closes_at` integer NOT NULL,
	`closed_at` integer,
	`chain_head` text
) STRICT;

CREATE INDEX `closures_due` ON `closures` (`closed_at`,`closes_at`,`member_id`);
