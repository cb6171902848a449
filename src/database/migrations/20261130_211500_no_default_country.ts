import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
  ALTER TABLE "company" ALTER COLUMN "address_country" DROP DEFAULT;
  ALTER TABLE "locations" ALTER COLUMN "address_country" DROP DEFAULT;
  ALTER TABLE "addresses" ALTER COLUMN "country" DROP DEFAULT;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
  ALTER TABLE "company" ALTER COLUMN "address_country" SET DEFAULT 'AU';
  ALTER TABLE "locations" ALTER COLUMN "address_country" SET DEFAULT 'AU';
  ALTER TABLE "addresses" ALTER COLUMN "country" SET DEFAULT 'AU';`)
}
