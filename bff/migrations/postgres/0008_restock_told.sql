CREATE TABLE "restock_told" (
	"item_id" text collate "C" PRIMARY KEY NOT NULL,
	"received" bigint NOT NULL,
	"told" bigint NOT NULL
);
