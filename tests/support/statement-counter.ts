import { createRequire } from 'node:module';

interface Queryable {
  query(...parameters: unknown[]): unknown;
}

/** The driver that the ORM brings along; the tests' own one is not counted. */
const ofOrm = createRequire(createRequire(import.meta.url).resolve('@mikro-orm/postgresql'))('pg') as {
  Client: { prototype: Queryable };
};

const TRANSACTION_CONTROL =
  /^\s*(?:begin|commit|rollback|savepoint|release|start transaction|set |select set_config\()/i;

/**
 * The statements that the API sends to PostgreSQL while `act` runs, without those that only open and close transactions or
 * tell a connection on whose behalf it works.
 */
export async function collectStatements(act: () => Promise<unknown>): Promise<string[]> {
  const { prototype } = ofOrm.Client;
  const { query } = prototype;
  const statements: string[] = [];
  prototype.query = function count(this: unknown, ...parameters) {
    const [first] = parameters;
    const text = typeof first === 'string' ? first : (first as { text?: string } | undefined)?.text;
    if (text !== undefined && !TRANSACTION_CONTROL.test(text)) statements.push(text);
    return query.apply(this, parameters);
  };
  try {
    await act();
  } finally {
    prototype.query = query;
  }
  return statements;
}
