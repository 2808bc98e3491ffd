CREATE TABLE "board_members" (
	"member_id" text collate "C" PRIMARY KEY NOT NULL,
	"alias" text collate "C" NOT NULL,
	"since" bigint NOT NULL
);

CREATE TABLE "board_scores" (
	"member_id" text collate "C" NOT NULL,
	"board" text collate "C" NOT NULL,
	"score" bigint,
	"counted" bigint,
	"reached_at" bigint NOT NULL,
	"rank" bigint,
	"next_division" bigint,
	"told_at" bigint,
	CONSTRAINT "board_scores_member_id_board_pk" PRIMARY KEY("member_id","board")
);

CREATE TABLE "board_nodes" (
	"board" text collate "C" NOT NULL,
	"level" bigint NOT NULL,
	"node" bigint NOT NULL,
	"count" bigint NOT NULL,
	CONSTRAINT "board_nodes_board_level_node_pk" PRIMARY KEY("board","level","node")
);

CREATE TABLE "board_seasons" (
	"board" text collate "C" PRIMARY KEY NOT NULL,
	"board_id" text collate "C" NOT NULL,
	"first_day" text collate "C" NOT NULL,
	"last_day" text collate "C" NOT NULL,
	"state" text collate "C" NOT NULL,
	"placed" bigint NOT NULL,
	"work" json,
	"version" bigint NOT NULL,
	"final_at" bigint
);

CREATE TABLE "league_seats" (
	"member_id" text collate "C" NOT NULL,
	"board" text collate "C" NOT NULL,
	"division" bigint NOT NULL,
	"league" bigint NOT NULL,
	"place" bigint,
	"next_division" bigint,
	CONSTRAINT "league_seats_member_id_board_pk" PRIMARY KEY("member_id","board")
);

CREATE INDEX "board_scores_order" ON "board_scores" USING btree ("board","score" desc,"reached_at","member_id");

CREATE INDEX "board_scores_moved" ON "board_scores" USING btree ("board","reached_at","member_id");

CREATE INDEX "board_scores_uncounted" ON "board_scores" USING btree ("board","member_id","score","counted") WHERE score is distinct from counted;

CREATE INDEX "board_scores_untold" ON "board_scores" USING btree ("board","member_id") WHERE rank is not null and told_at is null;

CREATE INDEX "board_scores_drawn" ON "board_scores" USING btree ("board","next_division","rank","reached_at","member_id") WHERE next_division is not null;

CREATE INDEX "board_seasons_open" ON "board_seasons" USING btree ("final_at","last_day","board");

CREATE INDEX "league_seats_by_league" ON "league_seats" USING btree ("board","division","league","member_id");
