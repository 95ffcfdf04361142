import { spawn } from 'node:child_process';
import { ensureBuilt, ensureInstalled, node, root, say } from './toolchain.mjs';

say('Doorstep is starting');
try {
  await ensureInstalled();
  await ensureBuilt();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

// The channel tells the server when this process is gone, so that it does not outlive it.
const server = spawn(node(), ['--enable-source-maps', '.build/api/main.js', 'start'], {
  cwd: root,
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
});
// Ctrl-C reaches the server by the terminal; this process only waits for it to end in order.
process.on('SIGINT', () => undefined);
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
server.once('exit', (code) => process.exit(code ?? 1));
