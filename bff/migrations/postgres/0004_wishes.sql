CREATE TABLE "wishes" (
	"member_id" text collate "C" PRIMARY KEY NOT NULL,
	"item_id" text collate "C" NOT NULL,
	"at" bigint NOT NULL
);
