import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

/** A connection to the database of a running app, as its superuser. */
export async function openDatabase(app) {
  const cluster = join(app.data, 'database/cluster')
  const port = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[3])
  const password = /^postgres=(.*)$/m.exec(readFileSync(join(app.data, 'database/passwords'), 'utf8'))[1]
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password, database: 'content_factory' })
  client.on('error', () => {}) // a server that is stopped under us: the next question says so
  await client.connect()
  return client
}

/** Every row of every table of ours, with its bytes as they are: { table, column, bytes, text }. */
export async function allRows(app) {
  const client = await openDatabase(app)
  try {
    const { rows: tables } = await client.query(
      "select schemaname, tablename from pg_tables where schemaname in ('users', 'integration') order by 1, 2",
    )
    const values = []
    for (const { schemaname, tablename } of tables) {
      const table = `${schemaname}.${tablename}`
      const { rows } = await client.query(`select * from ${table}`)
      for (const row of rows) {
        for (const [column, value] of Object.entries(row)) {
          if (value === null) continue
          const bytes = Buffer.isBuffer(value) ? value : undefined
          values.push({ table, column, bytes, text: bytes ? bytes.toString('latin1') : textOf(value) })
        }
      }
    }
    return values
  } finally {
    await client.end()
  }
}

const textOf = (value) => (typeof value === 'object' ? JSON.stringify(value) : String(value))

/** Changes by themselves while nobody asks anything. */
const LIVING = ['leases']

/** One checksum a table, over all its rows; the trail and the count of wrong passwords are meant to grow. */
export async function fingerprint(client) {
  const { rows: tables } = await client.query(
    "select schemaname, tablename from pg_tables where schemaname in ('users', 'integration') order by 1, 2",
  )
  const counted = tables
    .filter(({ tablename }) => !LIVING.includes(tablename))
    .map(
      ({ schemaname, tablename }) => `select '${schemaname}.${tablename}' as name, count(*)::int as rows,
        md5(coalesce(string_agg((to_jsonb(t) - 'last_seen_at' - 'epoch')::text, '|' order by t::text), '')) as sum
        from ${schemaname}.${tablename} t where '${tablename}' not in ('audit_trail', 'sign_in_attempts')`,
    )
  return (await client.query(counted.join(' union all '))).rows
}
