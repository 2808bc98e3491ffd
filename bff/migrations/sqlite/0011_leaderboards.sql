CREATE TABLE `board_members` (
	`member_id` text PRIMARY KEY NOT NULL,
	`alias` text NOT NULL,
	`since` integer NOT NULL
) STRICT;

CREATE TABLE `board_scores` (
	`member_id` text NOT NULL,
	`board` text NOT NULL,
	`score` integer,
	`counted` integer,
	`reached_at` integer NOT NULL,
	`rank` integer,
	`next_division` integer,
	`told_at` integer,
	PRIMARY KEY(`member_id`, `board`)
) STRICT;

CREATE INDEX `board_scores_order` ON `board_scores` (`board`,"score" desc,`reached_at`,`member_id`);

CREATE INDEX `board_scores_moved` ON `board_scores` (`board`,`reached_at`,`member_id`);

CREATE INDEX `board_scores_uncounted` ON `board_scores` (`board`,`member_id`,`score`,`counted`) WHERE score is distinct from counted;

CREATE INDEX `board_scores_untold` ON `board_scores` (`board`,`member_id`) WHERE rank is not null and told_at is null;

CREATE INDEX `board_scores_drawn` ON `board_scores` (`board`,`next_division`,`rank`,`reached_at`,`member_id`) WHERE next_division is not null;

CREATE TABLE `board_nodes` (
	`board` text NOT NULL,
	`level` integer NOT NULL,
	`node` integer NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`board`, `level`, `node`)
) STRICT;

CREATE TABLE `board_seasons` (
	`board` text PRIMARY KEY NOT NULL,
	`board_id` text NOT NULL,
	`first_day` text NOT NULL,
	`last_day` text NOT NULL,
	`state` text NOT NULL,
	`placed` integer NOT NULL,
	`work` text,
	`version` integer NOT NULL,
	`final_at` integer
) STRICT;

CREATE INDEX `board_seasons_open` ON `board_seasons` (`final_at`,`last_day`,`board`);

CREATE TABLE `league_seats` (
	`member_id` text NOT NULL,
	`board` text NOT NULL,
	`division` integer NOT NULL,
	`league` integer NOT NULL,
	`place` integer,
	`next_division` integer,
	PRIMARY KEY(`member_id`, `board`)
) STRICT;

CREATE INDEX `league_seats_by_league` ON `league_seats` (`board`,`division`,`league`,`member_id`);
