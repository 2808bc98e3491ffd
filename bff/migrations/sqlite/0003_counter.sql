CREATE TABLE `look_up_objections` (
	`look_up_id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`words` text NOT NULL,
	`at` integer NOT NULL
) STRICT;

CREATE INDEX `look_up_objections_of_member` ON `look_up_objections` (`member_id`);

CREATE INDEX `look_up_objections_by_time` ON `look_up_objections` (`at`);

CREATE TABLE `staff_quotas` (
	`staff_id` text NOT NULL,
	`quota` text NOT NULL,
	`day` text NOT NULL,
	`used` integer NOT NULL,
	PRIMARY KEY(`staff_id`, `quota`, `day`)
) STRICT;

CREATE TABLE `staff_bindings` (
	`code_hash` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer
) STRICT;

ALTER TABLE `staff` ADD `openid` text;

CREATE UNIQUE INDEX `staff_openid` ON `staff` (`openid`);

CREATE INDEX `staff_of_shop` ON `staff` (`shop_id`,`id`);

CREATE INDEX `audit_of_actor` ON `audit` (`actor`,`at`,`id`);

CREATE TRIGGER `look_up_objections_refuse_update`
BEFORE UPDATE ON `look_up_objections`
BEGIN
  SELECT RAISE(ABORT, 'look_up_objections is only added to');
END;

CREATE TRIGGER `look_up_objections_refuse_delete`
BEFORE DELETE ON `look_up_objections`
BEGIN
  SELECT RAISE(ABORT, 'look_up_objections is only added to');
END;
