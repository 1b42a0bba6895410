// Runs a program in a session of its own and ends it when standard input ends. The server holds the other
// end of that pipe: it closes it when it has drained, and the kernel closes it when the server was killed.
import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';

const patience = 30_000;
const [pidFile, command, ...args] = process.argv.slice(2);

// A signal that a terminal or a service manager sends to all at once reaches the keeper as well; the server decides when the program ends.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']) process.on(signal, () => {});

// When the server is gone nobody reads these pipes any more.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

const child = spawn(command, args, {
  detached: true,
  stdio: ['ignore', 'pipe', 'pipe'],
  shell: process.platform === 'win32',
});
if (child.pid) writeFileSync(pidFile, `${child.pid}\n`);
child.stdout.on('data', (data) => process.stdout.write(data));
child.stderr.on('data', (data) => process.stderr.write(data));

const end = () => {
  child.kill('SIGTERM');
  setTimeout(() => child.kill('SIGKILL'), patience).unref();
};
process.stdin.once('end', end).once('error', end).resume();

const leave = (code) => {
  rmSync(pidFile, { force: true });
  process.exitCode = code;
  process.stdin.destroy();
};
child.once('error', (error) => {
  console.error(error.message);
  leave(1);
});
child.once('close', (code) => leave(code ?? 1));
