import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "portal_settings_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  ALTER TABLE "portal_settings_texts" ADD CONSTRAINT "portal_settings_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."portal_settings"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "portal_settings_texts_order_parent" ON "portal_settings_texts" USING btree ("order","parent_id");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "portal_settings_texts" CASCADE;`)
}
