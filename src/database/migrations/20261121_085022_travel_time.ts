import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "booking_settings" ADD COLUMN "travel_considered" boolean DEFAULT true;
  ALTER TABLE "booking_settings" ADD COLUMN "travel_speed_kmh" numeric DEFAULT 40;
  ALTER TABLE "booking_settings" ADD COLUMN "travel_road_factor" numeric DEFAULT 1.3;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "booking_settings" DROP COLUMN "travel_considered";
  ALTER TABLE "booking_settings" DROP COLUMN "travel_speed_kmh";
  ALTER TABLE "booking_settings" DROP COLUMN "travel_road_factor";`)
}
