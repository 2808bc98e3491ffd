CREATE TABLE `mall_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`wish` text NOT NULL,
	`payload_hash` text NOT NULL,
	`cost_fen` integer NOT NULL,
	`staff_id` text NOT NULL,
	`at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`state` text NOT NULL,
	`decided_by` text,
	`decided_at` integer
) STRICT;

CREATE INDEX `mall_requests_waiting` ON `mall_requests` (`state`,`expires_at`);
