import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, node, root, run, say } from './toolchain.mjs';

const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const required = process.env['DOORSTEP_REQUIRE_BROWSER'] === '1';

try {
  await ensureInstalled();
  const hasBrowser = existsSync(CHROMIUM);
  if (!hasBrowser && required)
    throw new Error(`The browser journeys are mandatory here, but there is no Chromium at ${CHROMIUM}.`);
  if (hasBrowser) await ensureBuilt();
  const without = hasBrowser ? [] : ['--project=!e2e'];
  if (!hasBrowser)
    say(`Without the browser journeys: there is no Chromium at ${CHROMIUM} (CHROMIUM_PATH names another).`);
  await run(
    node(),
    [
      join(root, 'node_modules', 'vitest', 'vitest.mjs'),
      'run',
      '--config',
      'tests/vitest.config.ts',
      ...without,
      ...process.argv.slice(2),
    ],
    { env: { ...process.env, ...(hasBrowser ? { DOORSTEP_BUILT: '1' } : {}) } },
  );
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
