CREATE TABLE "invitations" (
	"invitee_id" text collate "C" PRIMARY KEY NOT NULL,
	"inviter_id" text collate "C" NOT NULL,
	"code" text collate "C" NOT NULL,
	"state" text collate "C" NOT NULL,
	"reason" text collate "C",
	"suspicion" text collate "C",
	"order" text collate "C",
	"rewards_at" bigint,
	"at" bigint NOT NULL
);

CREATE TABLE "quarantines" (
	"member_id" text collate "C" NOT NULL,
	"seq" bigint NOT NULL,
	"fact" json NOT NULL,
	"signal_id" text collate "C" NOT NULL,
	"points" bigint NOT NULL,
	"growth" bigint NOT NULL,
	"day" text collate "C" NOT NULL,
	"streak_days" bigint NOT NULL,
	"at" bigint NOT NULL,
	"review_at" bigint NOT NULL,
	"state" text collate "C" NOT NULL,
	"appealed_at" bigint,
	"decided_at" bigint,
	"decided_by" text collate "C",
	"note" text collate "C",
	"version" bigint NOT NULL,
	CONSTRAINT "quarantines_member_id_seq_pk" PRIMARY KEY("member_id","seq"),
	CONSTRAINT "quarantines_points" CHECK ("quarantines"."points" >= 0),
	CONSTRAINT "quarantines_growth" CHECK ("quarantines"."growth" >= 0)
);

CREATE TABLE "scene_codes" (
	"code" text collate "C" PRIMARY KEY NOT NULL,
	"kind" text collate "C" NOT NULL,
	"subject_id" text collate "C" NOT NULL,
	"name" text collate "C",
	"at" bigint NOT NULL
);

CREATE TABLE "scene_images" (
	"code" text collate "C" PRIMARY KEY NOT NULL,
	"content_type" text collate "C" NOT NULL,
	"bytes" text collate "C" NOT NULL,
	"at" bigint NOT NULL
);

CREATE TABLE "visits" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"code" text collate "C" NOT NULL,
	"at" bigint NOT NULL
);

CREATE TABLE "traces" (
	"device_hash" text collate "C" NOT NULL,
	"member_id" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "traces_device_hash_member_id_pk" PRIMARY KEY("device_hash","member_id")
);

ALTER TABLE "outbox" ADD COLUMN "fact" json;

CREATE INDEX "invitations_of_inviter" ON "invitations" USING btree ("inviter_id","at","invitee_id");

CREATE INDEX "quarantines_due" ON "quarantines" USING btree ("state","review_at","member_id","seq");

CREATE UNIQUE INDEX "scene_codes_subject" ON "scene_codes" USING btree ("kind","subject_id");

CREATE INDEX "visits_of_code" ON "visits" USING btree ("code","at");

CREATE INDEX "visits_at" ON "visits" USING btree ("at","id");

CREATE INDEX "traces_of_member" ON "traces" USING btree ("member_id");
