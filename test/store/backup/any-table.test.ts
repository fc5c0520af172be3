import { randomBytes } from 'node:crypto'
import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { restoreBackup } from '../../../src/store/backup/restore-backup.ts'
import { migrate } from '../../../src/store/migrate.ts'
import { readMigrations } from '../../../src/store/schema-engine.ts'
import { emptyDatabase, testDatabase } from '../../database.ts'
import { onServer, withDatabase } from '../../database-address.ts'
import { FIRST_LATER, makeEarlierStore } from '../an-earlier-store.ts'
import { backUp, contentOf, restore, withArchive } from './a-backup.ts'
import { fillStore } from './a-full-store.ts'

// Tables come, and nobody tells the backup: it has to take them in whatever shape they are.

const SHAPES = `
  CREATE TYPE mood AS ENUM ('sad', 'glad');
  CREATE DOMAIN code AS TEXT CHECK (VALUE <> '');
  CREATE TABLE "Chained ""events""" (
    id BIGINT GENERATED ALWAYS AS IDENTITY (START WITH 100 INCREMENT BY 10) PRIMARY KEY,
    previous BIGINT UNIQUE REFERENCES "Chained ""events""" DEFERRABLE,
    "order" CODE NOT NULL, digest BYTEA NOT NULL, size INT GENERATED ALWAYS AS (octet_length(digest)) STORED
  );
  CREATE TABLE values_of_types (
    label TEXT, mood MOOD, PRIMARY KEY (mood, label),
    moment TIMESTAMPTZ, span INTERVAL, day DATE, exact NUMERIC, near DOUBLE PRECISION, nearer REAL, document JSONB, plain JSON, id UUID, network INET,
    words TEXT[], numbers INT[][], range INT4RANGE, found TSVECTOR, price MONEY, flag BOOLEAN, nothing TEXT, bits BIT VARYING
  );
  CREATE TABLE without_key (document JSONB, amount NUMERIC, word TEXT);
  CREATE TABLE without_rows (id SERIAL PRIMARY KEY);
  CREATE TABLE chickens (id INT PRIMARY KEY, egg INT);
  CREATE TABLE eggs (id INT PRIMARY KEY, chicken INT NOT NULL REFERENCES chickens);
  ALTER TABLE chickens ADD FOREIGN KEY (egg) REFERENCES eggs;
  CREATE SEQUENCE numbers START WITH -5 INCREMENT BY -1;
  CREATE TABLE told (what TEXT PRIMARY KEY);
  CREATE FUNCTION chain() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    SELECT max(id) INTO NEW.previous FROM "Chained ""events""";
    NEW.digest := sha256(convert_to(NEW."order" || coalesce(NEW.previous::text, '') || clock_timestamp(), 'UTF8'));
    RETURN NEW;
  END $$;
  CREATE FUNCTION tell() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO told VALUES (TG_TABLE_NAME || TG_OP || clock_timestamp());
    RETURN NULL;
  END $$;
  CREATE TRIGGER chained BEFORE INSERT ON "Chained ""events""" FOR EACH ROW EXECUTE FUNCTION chain();
  ALTER TABLE "Chained ""events""" ENABLE ALWAYS TRIGGER chained;
  CREATE TRIGGER "tells ""it""" AFTER INSERT OR TRUNCATE ON eggs EXECUTE FUNCTION tell();
  CREATE TRIGGER replica AFTER INSERT ON eggs EXECUTE FUNCTION tell();
  ALTER TABLE eggs ENABLE REPLICA TRIGGER replica;
  CREATE TRIGGER disabled AFTER INSERT ON eggs EXECUTE FUNCTION tell();
  ALTER TABLE eggs DISABLE TRIGGER disabled;`

const ROWS = `
  INSERT INTO "Chained ""events""" ("order", digest) SELECT 'event ' || number, '' FROM generate_series(1, 300) AS number;
  INSERT INTO values_of_types
  SELECT chr(number) || chr(19968 + number * 7) || E'\\t\\\\\\n', (ARRAY['sad', 'glad'])[1 + number % 2]::mood,
    timestamptz '2020-01-01 00:00:00.123456+08' + number * interval '1 hour 1 microsecond', number * interval '1 mon 2 days 03:04:05.6',
    date '0044-03-15 BC' + number, number::numeric / 7, number / 7::float8, number / 7::real, jsonb_build_object('z', number, 'a', 1.10),
    '{ "b":1,  "b":2 }', md5(number::text)::uuid, '10.0.0.0/8', ARRAY['a,b', NULL, 'c"d', 'NULL', ''], ARRAY[[number, 2], [3, 4]],
    int4range(number, 900), to_tsvector('simple', 'one ' || number), number * 1.5::money, number % 3 = 0, NULL, B'101'
  FROM generate_series(1, 200) AS number WHERE number NOT BETWEEN 127 AND 160;
  INSERT INTO values_of_types (label, mood, moment, day, exact, near) VALUES ('', 'sad', 'infinity', '-infinity', 'NaN', '-infinity');
  INSERT INTO without_key VALUES ('{"a": 1.0}', 1.0, 'x'), ('{"a": 1.00}', 1.00, 'x'), (NULL, NULL, NULL), ('[]', 1.0, 'x'), ('[]', 1.0, 'x');
  INSERT INTO chickens VALUES (1, NULL), (2, NULL);
  INSERT INTO eggs VALUES (11, 2), (12, 1);
  UPDATE chickens SET egg = 10 + id;
  SELECT nextval('numbers'), nextval('numbers'), nextval('without_rows_id_seq');`

describe('a table of any shape', async () => {
  const db = await testDatabase()

  it('comes back as it was, and goes on as it would have', async () => {
    await onServer(db.url, (client) => client.query(SHAPES))
    await onServer(db.url, (client) => client.query(ROWS))
    const taken = await backUp(db.url)
    // Others order text and print moments in their own way.
    const url = await emptyDatabase(`LOCALE_PROVIDER icu ICU_LOCALE 'zh-u-kn'`)
    await migrate(url)
    const name = new URL(url).pathname.slice(1)
    await onServer(url, (client) =>
      client.query(`${SHAPES}; ALTER DATABASE ${name} SET DateStyle TO 'German'; ALTER DATABASE ${name} SET TimeZone TO 'Asia/Shanghai';
        ALTER DATABASE ${name} SET IntervalStyle TO 'sql_standard'; ALTER DATABASE ${name} SET extra_float_digits TO '-3';
        ALTER DATABASE ${name} SET bytea_output TO 'escape'; ALTER DATABASE ${name} SET statement_timeout TO '2s'`),
    )
    await restore(taken.file, url)
    expect(contentOf(await backUp(url))).toEqual(contentOf(taken))

    const read = (query: string) => onServer(url, async (client) => (await client.query(query)).rows)
    // What fires always fires on, what fires on replicas alone and what does not fire do not.
    expect(
      await read(
        `SELECT tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal AND tgrelid::regclass::text IN ('eggs', '"Chained ""events"""') ORDER BY tgname`,
      ),
    ).toEqual([
      { tgname: 'chained', tgenabled: 'A' },
      { tgname: 'disabled', tgenabled: 'D' },
      { tgname: 'replica', tgenabled: 'R' },
      { tgname: 'tells "it"', tgenabled: 'O' },
    ])
    expect(
      await read(`INSERT INTO "Chained ""events""" ("order", digest) VALUES ('next', '') RETURNING id, previous, size`),
    ).toEqual([{ id: '3100', previous: '3090', size: 32 }])
    expect(await read(`SELECT nextval('numbers') AS number, nextval('without_rows_id_seq') AS id`)).toEqual([
      { number: '-7', id: '2' },
    ])
    await expect(read('INSERT INTO eggs VALUES (99, 99)')).rejects.toThrow('violates foreign key')
    await expect(read('DELETE FROM eggs')).rejects.toThrow('violates foreign key')
  })

  it('is refused where the database has no such table, or other columns', async () => {
    const taken = await backUp(db.url)
    const url = await emptyDatabase()
    await expect(restore(taken.file, url)).rejects.toMatchObject({
      code: 'BACKUP_UNFIT',
      message: expect.stringMatching(
        /got none of the tables Chained "events", chickens, eggs and 4 more: tables and columns that/,
      ),
    })
    await onServer(url, (client) => client.query(`${SHAPES}; ALTER TABLE eggs ADD COLUMN colour TEXT`))
    await expect(restore(taken.file, url)).rejects.toMatchObject({
      code: 'BACKUP_UNFIT',
      message: expect.stringContaining('got other columns in eggs:'),
    })
    await onServer(url, (client) => client.query('ALTER TABLE eggs DROP COLUMN colour; CREATE TABLE extra (id INT)'))
    await expect(restore(taken.file, url)).rejects.toMatchObject({
      code: 'BACKUP_UNFIT',
      message: expect.stringContaining('got the tables extra besides:'),
    })
  })
})

describe('a store of an earlier version', async () => {
  const migrations = await readMigrations()
  const first = migrations.findIndex(({ name }) => name === FIRST_LATER)

  it('is backed up as it is, and restored into this version, into a database without tables alone', async () => {
    const url = await emptyDatabase()
    await makeEarlierStore(url)
    const taken = await backUp(url)
    expect(taken.migrations).toHaveLength(first)
    expect(taken.tables.find(({ name }) => name === 'findings')).toMatchObject({ rows: 1 })
    // It is no newer than it was.
    expect(contentOf(await backUp(url))).toEqual(contentOf(taken))

    const restored = await emptyDatabase()
    expect(await restore(taken.file, restored)).toEqual({ migrated: migrations.slice(first).map(({ name }) => name) })
    expect(await migrate(restored)).toEqual({ applied: [] })
    // What the later migrations do to rows, they have done: findings of the old shape go.
    const { tables } = await backUp(restored)
    expect(Object.fromEntries(tables.map(({ name, rows }) => [name, rows]))).toMatchObject({
      reports: 1,
      revisions: 1,
      review_results: 5,
      findings: 0,
      data_versions: 65,
    })

    // Something stands in the way of a later migration.
    const blocked = await emptyDatabase()
    const block = () =>
      onServer(blocked, async (client) => void (await client.query('CREATE TABLE IF NOT EXISTS judgements ()')))
    await expect(withArchive(taken.file, (archive) => restoreBackup(blocked, archive, block))).rejects.toMatchObject({
      code: 'MIGRATION_FAILED',
      message: expect.stringMatching(
        /^Expected the migrations that have come since .*Expected .*: what was restored is kept as it was/s,
      ),
    })
    await onServer(blocked, (client) => client.query('DROP TABLE judgements'))
    expect(contentOf(await backUp(blocked))).toEqual(contentOf(taken))
    expect(await migrate(blocked)).toEqual({ applied: migrations.slice(first).map(({ name }) => name) })

    const opened = await emptyDatabase()
    await migrate(opened)
    await expect(restore(taken.file, opened)).rejects.toMatchObject({
      code: 'STORE_NOT_EMPTY',
      message: expect.stringMatching(
        /^Expected a database without tables for a backup of an earlier version .* which has the migration \d+_judgements already: /,
      ),
    })
  })
})

describe('somebody who owns the database and is nobody else', async () => {
  const server = inject('databaseServer')
  const may = await onServer(server, async (client) => {
    const { rows } = await client.query(
      'SELECT rolsuper OR rolcreaterole AS may FROM pg_roles WHERE rolname = current_user',
    )
    return rows[0]?.may === true
  })

  it.skipIf(!may)('takes backups and restores them', async () => {
    const db = await testDatabase()
    await fillStore(db)
    const name = `hub_test_${randomBytes(6).toString('hex')}`
    await onServer(server, async (client) => {
      await client.query(`CREATE ROLE ${name} LOGIN PASSWORD '${name}' NOSUPERUSER NOCREATEDB NOCREATEROLE`)
      await client.query(`CREATE DATABASE ${name} OWNER ${name} ENCODING 'UTF8' TEMPLATE template0`)
    })
    onTestFinished(() =>
      onServer(server, async (client) => {
        await client.query(`DROP DATABASE ${name} WITH (FORCE)`)
        await client.query(`DROP ROLE ${name}`)
      }),
    )
    const url = new URL(withDatabase(server, name))
    url.username = name
    url.password = name
    const taken = await backUp(db.url)
    await restore(taken.file, url.href)
    expect(contentOf(await backUp(url.href))).toEqual(contentOf(taken))

    await onServer(db.url, (client) =>
      client.query(`GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${name}; REVOKE SELECT ON issues FROM ${name}`),
    )
    const reader = new URL(db.url)
    reader.username = name
    reader.password = name
    await expect(backUp(reader.href)).rejects.toMatchObject({
      code: 'BACKUP_FAILED',
      message: expect.stringMatching(
        /^Expected the database at .* to give all of its rows, got "permission denied for table issues": /,
      ),
    })
    await onServer(db.url, (client) => client.query(`DROP OWNED BY ${name}`))
  })
})
