import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_financial_settings_cancellation_fees_kind" AS ENUM('fixed', 'percent');
  CREATE TABLE "financial_settings_cancellation_fees" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"kind" "enum_financial_settings_cancellation_fees_kind" DEFAULT 'fixed' NOT NULL,
  	"amount" numeric,
  	"percent" numeric,
  	"is_default" boolean DEFAULT false
  );
  
  ALTER TABLE "bookings" ADD COLUMN "cancellation_fee_name" varchar;
  ALTER TABLE "financial_settings_cancellation_fees" ADD CONSTRAINT "financial_settings_cancellation_fees_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."financial_settings"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "financial_settings_cancellation_fees_order_idx" ON "financial_settings_cancellation_fees" USING btree ("_order");
  CREATE INDEX "financial_settings_cancellation_fees_parent_id_idx" ON "financial_settings_cancellation_fees" USING btree ("_parent_id");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "financial_settings_cancellation_fees" CASCADE;
  ALTER TABLE "bookings" DROP COLUMN "cancellation_fee_name";
  DROP TYPE "public"."enum_financial_settings_cancellation_fees_kind";`)
}
